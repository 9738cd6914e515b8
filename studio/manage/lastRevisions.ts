import type {SanityClient} from '@sanity/client'
import type {RuleDocument} from '../../schemas/rules/index.ts'

/** What documents said last, also of those that are gone, as far as their history is kept. */
export async function lastRevisions(client: SanityClient, ids: readonly string[]): Promise<RuleDocument[]> {
  if (ids.length === 0) return []
  const {documents} = await client.request<{documents: RuleDocument[]}>({
    url: `/data/history/${client.config().dataset ?? ''}/documents/${ids.join(',')}`,
    query: {lastRevision: 'true'},
  })
  return documents
}

/** What a document or its draft said last, whichever is the newer. */
export async function lastOf(client: SanityClient, publishedId: string): Promise<RuleDocument | undefined> {
  const [newest] = (await lastRevisions(client, [publishedId, `drafts.${publishedId}`])).toSorted((a, b) =>
    String(b['_updatedAt']).localeCompare(String(a['_updatedAt'])),
  )
  return newest
}
