import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import type {RuleDocument} from '../../schemas/rules/index.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {restoreAsDraft} from './deletedDocuments.ts'

interface Restoring {
  /** Brings the document back and says what came of it. */
  restore: (publishedId: string, document: RuleDocument, title: string) => Promise<void>
  isBusy: boolean
  isRestored: boolean
}

/** Bringing one deleted document back. */
export function useRestore(): Restoring {
  const {t} = useTranslation(DESK_LABELS)
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const [state, setState] = useState<'gone' | 'busy' | 'restored'>('gone')
  const refuse = (reason: string): void => {
    setState('gone')
    toast.push({status: 'error', title: t('deleted.refused', {reason}), closable: true})
  }
  return {
    isBusy: state === 'busy',
    isRestored: state === 'restored',
    async restore(publishedId, document, title) {
      setState('busy')
      try {
        const outcome = await restoreAsDraft(client, publishedId, document)
        if (outcome === 'exists') return refuse(t('deleted.exists'))
        setState('restored')
        toast.push({status: 'success', title: t('deleted.restored', {title})})
      } catch (failure) {
        refuse(failure instanceof Error ? failure.message : String(failure))
      }
    },
  }
}
