import type {Language} from '../../queries/index.ts'
import {documentPath} from '../addresses.ts'
import type {PageContext} from '../page/context.ts'
import {xmlText} from './xml.ts'

const FEED_LENGTH = 30

/** The news as RSS 2.0. */
export async function feed(context: PageContext): Promise<string> {
  const {language, words: w, origin} = context
  const {items} = await context.ask('news', {language, to: FEED_LENGTH})
  const entries = items.map((item) => {
    const path = documentPath(item, language)
    const date = item.publishedOn && new Date(item.publishedOn)
    return `<item>
<title>${xmlText(item.title ?? '')}</title>${path ? `\n<link>${xmlText(origin + path)}</link>` : ''}
<guid isPermaLink="false">${xmlText(item._id)}</guid>${date ? `\n<pubDate>${date.toUTCString()}</pubDate>` : ''}
<description>${xmlText(item.summary ?? '')}</description>
</item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xmlText(w.siteName)}</title>
<link>${xmlText(`${origin}/${language}`)}</link>
<atom:link href="${xmlText(feedAddress(origin, language))}" rel="self" type="application/rss+xml"/>
<description>${xmlText(w.siteDescription)}</description>
<language>${language}</language>
${entries.join('\n')}
</channel>
</rss>
`
}

function feedAddress(origin: string, language: Language): string {
  return `${origin}/${language}/feed.xml`
}
