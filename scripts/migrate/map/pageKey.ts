import type {Page} from '../model.ts'

/** What a page is known by for ever: its address, else its number in the old website, else its bytes. */
export const pageKey = ({url, node, sha256}: Pick<Page, 'url' | 'node' | 'sha256'>): string =>
  url ?? node ?? sha256
