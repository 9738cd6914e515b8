import {pathOf, webAddress} from '../addresses.ts'
import {codesText} from '../labels.ts'
import {html} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {documentLink, documentLinks, factList, projectCards, section} from '../page/parts.ts'

/** One organisation with the projects that it takes part in. */
export const organisationPage: MakePage = async (context) => {
  const {language, words: w, slug} = context
  const organisation = await context.ask('organisation', {slug, language})
  if (!organisation) return undefined
  const website = webAddress(organisation.website)
  return {
    title: organisation.name ?? w.unknown,
    titleLanguage: organisation.nameLanguage,
    document: organisation,
    address: {section: 'organisation', slug},
    crumbs: [{title: w.organisation, href: pathOf({section: 'organisation'}, language)}],
    jsonLd: {
      '@type': 'Organization',
      name: organisation.name,
      alternateName: organisation.acronym,
      sameAs: website,
    },
    main: html`${factList(
      [
        [w.partOf, organisation.parent && documentLink(organisation.parent, context), 'parent'],
        [w.formerNames, organisation.formerNames?.map(({name}) => name).join(', '), 'formerNames'],
        [
          w.website,
          website && html`<a href="${website}" rel="external">${new URL(website).hostname}</a>`,
          'website',
        ],
        [w.parts, organisation.parts.length > 0 && documentLinks(organisation.parts, context)],
        [w.codes, codesText(organisation.externalIds, w), 'externalIds'],
      ],
      {document: organisation, context},
    )}
    ${section(w.inProjects, organisation.projects.length > 0 && projectCards(organisation.projects, context))}`,
  }
}
