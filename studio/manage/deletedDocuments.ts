import type {SanityClient} from '@sanity/client'
import type {RuleDocument} from '../../schemas/rules/index.ts'
import {withReachableReferences} from './reachableReferences.ts'

/** A document that is gone, as the lake tells of it. */
export interface DeletedDocument {
  /** Its published id. */
  documentId: string
  /** What it said last. */
  document: RuleDocument
  timestamp: string
  author: string
  transactionId: string
}

export interface DeletedPage {
  deleted: DeletedDocument[]
  /** Where the next page starts; empty after the last. */
  nextCursor: string
}

const PAGE_SIZE = 20

/** A page of what was deleted, newest first. Only the embedded lake keeps such a list. */
export function fetchDeleted(client: SanityClient, nextCursor = ''): Promise<DeletedPage> {
  return client.request<DeletedPage>({
    url: `/data/history/${client.config().dataset ?? ''}/deleted`,
    query: {limit: String(PAGE_SIZE), ...(nextCursor === '' ? {} : {nextCursor})},
  })
}

/**
 * Brings a deleted document back as a draft under its own id, unless there is one under that id again.
 * What it refers to may be gone too: such a reference waits until that is back.
 *
 * @param publishedId without `drafts.`
 * @param document what it is to say
 * @returns `exists` when nothing was done since something has that id
 */
export async function restoreAsDraft(
  client: SanityClient,
  publishedId: string,
  document: RuleDocument,
): Promise<'restored' | 'exists'> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const draftId = `drafts.${publishedId}`
  const taken = await raw.fetch<number>(
    'count(*[_id == $publishedId || _id == $draftId || sanity::versionOf($publishedId)])',
    {publishedId, draftId},
  )
  if (taken > 0) return 'exists'
  const {_id, _rev, _updatedAt, _system, ...attributes} = await withReachableReferences(document, raw)
  // Refused too when somebody makes the draft just now.
  await client.action({
    actionType: 'sanity.action.document.create',
    publishedId,
    attributes: {...attributes, _id: draftId, _type: document._type},
    ifExists: 'fail',
  })
  return 'restored'
}
