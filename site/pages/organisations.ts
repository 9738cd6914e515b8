import type {Answer} from '../../queries/index.ts'
import {roleText} from '../labels.ts'
import type {PageContext} from '../page/context.ts'
import {html, langOf, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {documentLink} from '../page/parts.ts'
import {stackingTable, type Column} from '../page/stackingTable.ts'

type Organisation = Answer<'organisations'>[number]

/** The organisations with their roles and how many projects they have to do with. */
export const organisationsPage: MakePage = async (context) => {
  const {language, words: w} = context
  const organisations = await context.ask('organisations', {language})
  const columns: Column<Organisation>[] = [
    [w.filterOrganisation, (it) => nameOf(it, context)],
    [w.roles, ({roles}) => html`${roles.map((role) => roleText(role, w)).join(', ')}`],
    [w.project, ({projects}) => (projects > 0 ? html`${projects}` : '')],
  ]
  return {
    title: w.organisation,
    description: w.organisationsLead,
    address: {section: 'organisation'},
    main: html`<p class="lead">${w.organisationsLead}</p>
      ${stackingTable(w.organisation, organisations, columns, 0)}`,
  }
}

function nameOf(organisation: Organisation, context: PageContext): Markup {
  const {nameLanguage, acronym, parent} = organisation
  const name = html`<span${langOf(nameLanguage, context.language)}>${documentLink(organisation, context)}</span>`
  return html`${name}${acronym && ` (${acronym})`}
  ${parent && html`<span class="of">${context.words.partOf} ${documentLink(parent, context)}</span>`}`
}
