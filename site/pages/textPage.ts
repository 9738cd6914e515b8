import {figure} from '../page/figure.ts'
import {html, langOf, raw} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {changedNote, sourceList} from '../page/parts.ts'
import {richText} from '../page/richText.ts'

/** A page of plain text. */
export const textPage: MakePage = async (context) => {
  const {language, words: w, slug} = context
  const page = await context.ask('page', {slug, language})
  if (!page) return undefined
  return {
    title: page.title ?? w.unknown,
    titleLanguage: page.titleLanguage,
    description: page.summary,
    document: page,
    address: {section: 'page', slug},
    main: html`${page.summary && html`<p class="lead" ${langOf(page.summaryLanguage, language)}>${page.summary}</p>`}
      ${figure(page.image)}
      <div class="prose" ${langOf(page.bodyLanguage, language)}>${raw(richText(page.body, language))}</div>
      ${sourceList(page.sources, context)} ${changedNote(page.updatedAt, context)}`,
  }
}
