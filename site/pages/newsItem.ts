import {pathOf} from '../addresses.ts'
import {dateMarkup} from '../page/formatting.ts'
import {figure} from '../page/figure.ts'
import {html, langOf, raw} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {changedNote, documentLinks, section, sourceList} from '../page/parts.ts'
import {richText} from '../page/richText.ts'

/** One news item, with links to what it is about. */
export const newsItemPage: MakePage = async (context) => {
  const {language, words: w, slug} = context
  const item = await context.ask('newsItem', {slug, language})
  if (!item) return undefined
  return {
    title: item.title ?? w.unknown,
    titleLanguage: item.titleLanguage,
    description: item.summary,
    document: item,
    address: {section: 'newsItem', slug},
    crumbs: [{title: w.newsItem, href: pathOf({section: 'newsItem'}, language)}],
    jsonLd: {
      '@type': 'NewsArticle',
      headline: item.title,
      inLanguage: item.titleLanguage,
      datePublished: item.publishedOn,
      dateModified: item.updatedAt,
    },
    main: html`<p class="date">${dateMarkup(item.publishedOn, language)}</p>
      ${item.summary && html`<p class="lead" ${langOf(item.summaryLanguage, language)}>${item.summary}</p>`}
      ${figure(item.image)}
      <div class="prose" ${langOf(item.bodyLanguage, language)}>${raw(richText(item.body, language))}</div>
      ${section(w.about, item.about && item.about.length > 0 && html`<p>${documentLinks(item.about, context)}</p>`)}
      ${sourceList(item.sources, context)} ${changedNote(item.updatedAt, context)}`,
  }
}
