import type {SanityClient} from '@sanity/client'

import type {ContentDocument} from '../../schemas/rules/publication.ts'

const PAGE_SIZE = 1000

/**
 * All documents of the dataset that are content: published ones and drafts. Versions in releases,
 * Sanity's own documents, assets and their tags are left out.
 *
 * @param client raw perspective
 */
export async function contentDocuments(client: SanityClient): Promise<ContentDocument[]> {
  const documents: ContentDocument[] = []
  let lastId = ''
  for (;;) {
    const page = await client.fetch<ContentDocument[]>(
      `*[_id > $lastId && !(_id in path("_.**")) && !(_id in path("versions.**")) && !(_type match "sanity.*") && !(_type match "system.*") && !(_type match "media.*")] | order(_id asc) [0...$size]`,
      {lastId, size: PAGE_SIZE},
      {perspective: 'raw'},
    )
    documents.push(...page)
    const last = page.at(-1)
    if (!last || page.length < PAGE_SIZE) return documents
    lastId = last._id
  }
}
