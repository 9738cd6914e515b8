/**
 * Document ids and what their prefix means: `<id>` is published, `drafts.<id>` is its draft,
 * `versions.<release>.<id>` is its version in a content release, `_.…` is a system document.
 * Source of the id format: the service's documented rule, 128 characters of `[a-zA-Z0-9_.-]`.
 */
const DOCUMENT_ID = /^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$/
const DRAFTS_PREFIX = 'drafts.'
const VERSIONS_PREFIX = 'versions.'
const SYSTEM_PREFIX = '_.'
const RELEASES_PREFIX = '_.releases.'

/** What can name a release: part of an id, so without a dot. */
export const RELEASE_ID = /^(?!drafts$|published$|raw$)[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/

/** The type of the documents that releases are kept in. */
export const RELEASE_TYPE = 'system.release'

/** Whether `id` can name a document: allowed characters, no empty part between dots. */
export function isDocumentId(id: string): boolean {
  return DOCUMENT_ID.test(id) && !id.includes('..') && !id.endsWith('.')
}

export const isDraftId = (id: string): boolean => id.startsWith(DRAFTS_PREFIX)
export const isVersionId = (id: string): boolean => id.startsWith(VERSIONS_PREFIX)
export const isSystemId = (id: string): boolean => id.startsWith(SYSTEM_PREFIX)

/** The bundle a document belongs to: `'drafts'`, a release id, or `undefined` when published. */
export function bundleOf(id: string): string | undefined {
  if (isDraftId(id)) return 'drafts'
  if (isVersionId(id)) return id.split('.')[1]
  return undefined
}

/** The published id of the group that `id` belongs to (drafts and versions share it). */
export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice(DRAFTS_PREFIX.length)
  if (isVersionId(id)) return id.split('.').slice(2).join('.')
  return id
}

/** Whether `id` is the draft or a version of another document. */
export const isVariantId = (id: string): boolean => isDraftId(id) || isVersionId(id)

/** The document of a release. */
export const releaseDocumentId = (release: string): string => RELEASES_PREFIX + release
export const isReleaseDocumentId = (id: string): boolean => id.startsWith(RELEASES_PREFIX)

export const draftIdOf = (id: string): string => DRAFTS_PREFIX + publishedIdOf(id)
export const versionIdOf = (release: string, id: string): string =>
  `${VERSIONS_PREFIX}${release}.${publishedIdOf(id)}`
