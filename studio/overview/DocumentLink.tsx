import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {shownWords} from '../../schemas/labels/shown.ts'
import {DESK_LABELS} from '../labels/index.ts'

interface DocumentLinkProps {
  id: string
  type: string
  words: unknown
  children?: ReactNode
}

/** Opens a document in the desk. */
export function DocumentLink({id, type, words}: DocumentLinkProps) {
  const {t} = useTranslation(DESK_LABELS)
  return (
    <IntentLink intent="edit" params={{id, type}}>
      {shownWords(words) ?? t('overview.untitled')}
    </IntentLink>
  )
}
