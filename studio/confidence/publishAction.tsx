import {useEffect, useState} from 'react'
import {
  ALL_FIELDS_GROUP,
  useDocumentOperation,
  useSchema,
  useTranslation,
  useValidationStatus,
  type DocumentActionComponent,
  type Path,
} from 'sanity'
import {structureLocaleNamespace, useDocumentPane} from 'sanity/structure'
import {DESK_LABELS} from '../labels/index.ts'
import {replaceAction} from '../replaceAction.ts'
import {PublishReasons} from './PublishReasons.tsx'
import {reasonsOf} from './reasons.ts'

/**
 * How long the outcome of validation must stand before it counts. Right after a change the Studio gives
 * out the outcome of before it under the new revision, for a moment.
 */
const SETTLED_MS = 250

/** Publishing that, where it is refused, says every reason and leads to each field. */
export const explainRefusal = replaceAction('publish', explaining)

function explaining(publish: DocumentActionComponent): DocumentActionComponent {
  const ExplainingPublish: DocumentActionComponent = (props) => {
    const {t} = useTranslation(DESK_LABELS)
    const {t: tStructure} = useTranslation(structureLocaleNamespace)
    const [stage, setStage] = useState<'idle' | 'waiting' | 'refused'>('idle')
    const {onFocus, onPathOpen, onSetActiveFieldGroup} = useDocumentPane()
    const type = useSchema().get(props.type)
    const {publish: operation} = useDocumentOperation(props.id, props.type)
    const status = useValidationStatus(props.draft?._id ?? props.id, props.type, true)
    const description = publish(props)
    const reasons = reasonsOf(status.validation, type)
    const settled = !status.isValidating && status.revision === props.draft?._rev
    const refused = settled && reasons.some(({level}) => level === 'error')
    const publishNow = description?.onHandle
    // A click is answered by what validation says of the last change, not of an earlier one.
    useEffect(() => {
      if (stage === 'idle' || !settled || (stage === 'refused' && refused)) return
      const timer = setTimeout(() => {
        setStage(refused ? 'refused' : 'idle')
        if (stage === 'waiting' && !refused) publishNow?.()
      }, SETTLED_MS)
      return () => clearTimeout(timer)
    }, [stage, settled, refused, status, publishNow])
    if (!description || !publishNow || props.draft === null || operation.disabled) return description
    if (stage === 'waiting')
      return {
        ...description,
        disabled: true,
        label: tStructure('action.publish.validation-in-progress.label'),
      }
    const ask = {...description, onHandle: () => setStage('waiting')}
    if (!refused && stage !== 'refused')
      return description.disabled && settled ? description : {...ask, disabled: false}
    const go = (path: Path): void => {
      setStage('idle')
      // The field may be on a tab that isn't open.
      onSetActiveFieldGroup([], ALL_FIELDS_GROUP.name)
      onPathOpen(path)
      onFocus(path)
    }
    return {
      ...ask,
      disabled: false,
      tone: 'critical',
      title: t('reasons.title'),
      dialog: stage === 'refused' && {
        type: 'dialog',
        header: t('reasons.title'),
        content: <PublishReasons reasons={reasons} onGo={go} />,
        onClose: () => setStage('idle'),
        width: 'medium',
      },
    }
  }
  ExplainingPublish.displayName = 'ExplainingPublish'
  return ExplainingPublish
}
