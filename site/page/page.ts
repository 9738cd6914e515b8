import type {Address} from '../addresses.ts'
import type {PageContext} from './context.ts'
import type {Markup} from './markup.ts'

/** A page before the frame of the site is put around it. */
export interface Page {
  title: string
  /** The language of the title where it is not the page's. */
  titleLanguage?: string | null
  description?: string | null
  /** The document that the title is of, which a preview lets edit. */
  document?: {_id: string; _type: string}
  /** The page itself, which the other language has too. */
  address: Address
  /** What follows the language in the addresses of both, such as filters. */
  search?: string
  /** The way back: pages above this one. */
  crumbs?: {title: string; href: string}[]
  main: Markup
  /** schema.org data about what the page shows. */
  jsonLd?: object
  /** 200 unless said otherwise. */
  status?: 200 | 404 | 503
  /** Not for search engines: results, errors. */
  noIndex?: boolean
}

/** Makes a page, or tells that there is none at this address. */
export type MakePage = (context: PageContext) => Promise<Page | undefined>
