import {pathOf} from '../addresses.ts'
import {dateMarkup} from '../page/formatting.ts'
import {html, langOf} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {changedNote, documentLink, factList, section, sourceList} from '../page/parts.ts'
import {articleList, fileList, preambleText} from './articles.ts'

/** One annex, with the agreement that it belongs to. */
export const annexPage: MakePage = async (context) => {
  const {language, words: w, slug} = context
  const annex = await context.ask('annex', {slug, language})
  if (!annex) return undefined
  return {
    title: annex.title ?? w.unknown,
    titleLanguage: annex.titleLanguage,
    description: annex.subject,
    document: annex,
    address: {section: 'annex', slug},
    crumbs: [
      {title: w.agreement, href: pathOf({section: 'agreement'}, language)},
      ...(annex.agreement?.slug
        ? [
            {
              title: annex.agreement.title ?? '',
              href: pathOf({section: 'agreement', slug: annex.agreement.slug}, language),
            },
          ]
        : []),
    ],
    main: html`${annex.subject && html`<p class="lead">${annex.subject}</p>`}
    ${annex.summary && html`<p ${langOf(annex.summaryLanguage, language)}>${annex.summary}</p>`}
    ${factList([
      [w.number, annex.number],
      [w.belongsTo, annex.agreement && documentLink(annex.agreement, context)],
      [w.signed, dateMarkup(annex.signedOn ?? annex.agreement?.signedOn, language)],
      [w.governs, annex.governs.map(({title}) => title).join(', ')],
    ])}
    ${section(w.preamble, preambleText(annex, context))}
    ${section(w.articles, articleList(annex.articles, context))} ${section(w.files, fileList(annex.files))}
    ${sourceList(annex.sources, context)} ${changedNote(annex.updatedAt, context)}`,
  }
}
