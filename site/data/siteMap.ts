import {languages} from '../../queries/index.ts'
import {pathOf, type Address, type Section} from '../addresses.ts'
import type {PageContext} from '../page/context.ts'
import {xmlText} from './xml.ts'

const LISTS: Section[] = [
  'agreement',
  'trustFundRound',
  'project',
  'totals',
  'organisation',
  'newsItem',
  'conventions',
  'openData',
  'accessibility',
]

/** Every page of the site in both languages, each naming its counterpart. */
export async function siteMap({origin, ask}: PageContext): Promise<string> {
  const documents = await ask('siteMap', {})
  const pages: (Address & {updatedAt?: string})[] = [
    {},
    ...LISTS.map((section) => ({section})),
    ...documents.flatMap(({_type, slug, updatedAt}) => (slug ? [{section: _type, slug, updatedAt}] : [])),
  ]
  const entries = pages.flatMap(({updatedAt, ...address}) =>
    languages.map((language) => {
      const alternates = languages.map(
        (other) =>
          `<xhtml:link rel="alternate" hreflang="${other}" href="${xmlText(origin + pathOf(address, other))}"/>`,
      )
      const changed = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : ''
      return `<url><loc>${xmlText(origin + pathOf(address, language))}</loc>${changed}${alternates.join('')}</url>`
    }),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}
