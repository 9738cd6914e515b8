import type {Page} from '../model.ts'

/** What a page is known by for ever: its address, else its number in the old website, else its bytes. */
export const pageKey = ({url, node, sha256}: Pick<Page, 'url' | 'node' | 'sha256'>): string =>
  url ?? node ?? sha256

/** Every address that the page had: visitors of each are sent on to what it became. */
export const addressesOf = ({url, otherUrls = []}: Pick<Page, 'url' | 'otherUrls'>): string[] => [
  ...new Set([...(url ? [url] : []), ...otherUrls]),
]
