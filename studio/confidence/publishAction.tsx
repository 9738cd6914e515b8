import {useState} from 'react'
import {
  ALL_FIELDS_GROUP,
  useSchema,
  useTranslation,
  useValidationStatus,
  type DocumentActionComponent,
  type DocumentActionsResolver,
  type Path,
} from 'sanity'
import {useDocumentPane} from 'sanity/structure'
import {DESK_LABELS} from '../labels/index.ts'
import {PublishReasons} from './PublishReasons.tsx'
import {reasonsOf} from './reasons.ts'

/** Publishing that, where it is refused, says every reason and leads to each field. */
export const explainRefusal: DocumentActionsResolver = (actions) =>
  actions.map((action) => (action.action === 'publish' ? explaining(action) : action))

function explaining(publish: DocumentActionComponent): DocumentActionComponent {
  const ExplainingPublish: DocumentActionComponent = (props) => {
    const {t} = useTranslation(DESK_LABELS)
    const [asked, setAsked] = useState(false)
    const {onFocus, onPathOpen, onSetActiveFieldGroup} = useDocumentPane()
    const type = useSchema().get(props.type)
    const {validation, isValidating, revision} = useValidationStatus(
      props.draft?._id ?? props.id,
      props.type,
      true,
    )
    const description = publish(props)
    const reasons = reasonsOf(validation, type)
    // Reasons of before the last change say nothing: publishing itself waits for those of after it.
    const current = !isValidating && revision === props.draft?._rev
    const refused = props.draft !== null && current && reasons.some(({level}) => level === 'error')
    if (!description || !refused) return description
    const go = (path: Path): void => {
      setAsked(false)
      // The field may be on a tab that isn't open.
      onSetActiveFieldGroup([], ALL_FIELDS_GROUP.name)
      onPathOpen(path)
      onFocus(path)
    }
    return {
      ...description,
      disabled: false,
      tone: 'critical',
      title: t('reasons.title'),
      onHandle: () => setAsked(true),
      dialog: asked && {
        type: 'dialog',
        header: t('reasons.title'),
        content: <PublishReasons reasons={reasons} onGo={go} />,
        onClose: () => setAsked(false),
        width: 'medium',
      },
    }
  }
  ExplainingPublish.action = 'publish'
  ExplainingPublish.displayName = 'ExplainingPublish'
  return ExplainingPublish
}
