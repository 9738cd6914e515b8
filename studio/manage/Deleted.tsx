import {Button, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {type Schema, useClient, useSchema, useTranslation} from 'sanity'
import type {ContentDocument} from '../../schemas/rules/publication.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {isHosted} from '../target.ts'
import {useLiveQuery} from '../useLiveQuery.ts'
import {CONTENT_QUERY} from './contentQuery.ts'
import {DeletedCard} from './DeletedCard.tsx'
import {type DeletedDocument, type DeletedPage, fetchDeleted} from './deletedDocuments.ts'
import {RestoreById} from './RestoreById.tsx'
import {useColumnContext} from './useColumnContext.ts'

/** What was deleted, and the way back. */
export function Deleted() {
  const {t} = useTranslation(DESK_LABELS)
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <Heading as="h1" size={3}>
          {t('deleted.title')}
        </Heading>
        <Text as="p" muted size={1}>
          {t(isHosted ? 'deleted.hosted' : 'deleted.lead')}
        </Text>
      </Stack>
      {isHosted ? <RestoreById /> : <DeletedList />}
    </Stack>
  )
}

function DeletedList() {
  const {t} = useTranslation(DESK_LABELS)
  const {deleted, error, more} = useDeleted()
  const {data} = useLiveQuery<ContentDocument[]>(CONTENT_QUERY)
  const context = useColumnContext(data)
  if (error) return <Text as="p">{t('deleted.failed', {reason: error})}</Text>
  if (!deleted) return <Spinner muted />
  return (
    <Stack gap={4}>
      {deleted.length === 0 && !more && <Text as="p">{t('deleted.none')}</Text>}
      <Stack as="ul" gap={2} padding={0} style={{listStyle: 'none'}} data-testid="deleted">
        {deleted.map((one) => (
          <DeletedCard key={one.transactionId + one.documentId} deleted={one} context={context} />
        ))}
      </Stack>
      {more && <Button mode="ghost" text={t('deleted.more')} onClick={more} />}
    </Stack>
  )
}

interface DeletedSoFar {
  /** Undefined until the first page is there. */
  deleted: DeletedDocument[] | undefined
  error: string | undefined
  /** Fetches older ones; undefined when there are none. */
  more: (() => void) | undefined
}

function useDeleted(): DeletedSoFar {
  const client = useClient({apiVersion: API_VERSION})
  const schema = useSchema()
  const [pages, setPages] = useState<readonly DeletedPage[]>([])
  const [from, setFrom] = useState('')
  const [error, setError] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    fetchDeleted(client, from).then(
      (page) => isCurrent && setPages((before) => (from === '' ? [page] : [...before, page])),
      (failure: unknown) =>
        isCurrent && setError(failure instanceof Error ? failure.message : String(failure)),
    )
    return () => {
      isCurrent = false
    }
  }, [client, from])
  const next = pages.at(-1)?.nextCursor ?? ''
  const deleted = pages.flatMap((page) => page.deleted)
  return {
    // Tags of the media browser and the like are not content.
    deleted:
      pages.length === 0 ? undefined : deleted.filter(({document: {_type}}) => isContent(schema, _type)),
    error,
    more: next === '' ? undefined : () => setFrom(next),
  }
}

const isContent = (schema: Schema, type: string): boolean => schema.has(type) && !type.includes('.')
