import type {Answer} from '../../queries/index.ts'
import {pathOf} from '../addresses.ts'
import {projectJsonLd} from '../data/jsonLd.ts'
import {channelText, codesText, roleText, scopeText, statusText} from '../labels.ts'
import type {PageContext} from '../page/context.ts'
import {dateMarkup, moneyText, spanMarkup} from '../page/formatting.ts'
import {html, langOf, raw, type Markup} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'
import {changedNote, documentLink, documentLinks, factList, section, sourceList} from '../page/parts.ts'
import {figure} from '../page/figure.ts'
import {richText} from '../page/richText.ts'
import {publicationList} from './articles.ts'
import {newsLinks} from './newsList.ts'

type Project = NonNullable<Answer<'project'>>

/** One project: what it wants, what it costs, where, when, with whom. */
export const projectPage: MakePage = async (context) => {
  const {language, words: w, slug} = context
  const project = await context.ask('project', {slug, language})
  if (!project) return undefined
  return {
    title: project.title ?? w.unknown,
    titleLanguage: project.titleLanguage,
    description: project.objective,
    document: project,
    address: {section: 'project', slug},
    crumbs: [{title: w.project, href: pathOf({section: 'project'}, language)}],
    jsonLd: projectJsonLd(project, language),
    main: html`${
      project.objective &&
      html`<p class="lead" ${langOf(project.objectiveLanguage, language)}>${project.objective}</p>`
    }
    ${section(w.facts, facts(project, context))} ${figure(project.image)}
    ${
      project.description &&
      html`<div class="prose" ${langOf(project.descriptionLanguage, language)}>
        ${raw(richText(project.description, language))}
      </div>`
    }
    ${section(w.results, resultList(project))} ${section(w.parties, partyList(project, context))}
    ${section(w.grants, grantTable(project, context))}
    ${section(w.publications, publicationList(project.publications, context))}
    ${section(w.news, newsLinks(project.news, context))} ${sourceList(project.sources, context)}
    ${changedNote(project.updatedAt, context)}`,
  }
}

function facts(project: Project, context: PageContext): Markup {
  const {language, words: w} = context
  const goals = project.goals?.map(({number, title}) => `${number} ${title ?? ''}`) ?? []
  const known: Parameters<typeof factList>[0] = [
    [w.amount, moneyText(project.amount, context), 'amount'],
    [w.status, statusText(project.status, w), 'statusOverride'],
    [w.period, spanMarkup(project.start, project.end, language), 'period'],
    [w.duration, project.durationMonths && w.months(project.durationMonths), 'period'],
    [w.channel, channelText(project.channel, w), 'channel'],
    [w.round, project.round && documentLink(project.round, context), 'round'],
    [w.place, placeList(project), 'places'],
    [w.reach, scopeText(project.scope, w), 'scope'],
    [w.themes, project.themes && project.themes.map(({title}) => title).join(', '), 'themes'],
    [w.goals, goals.join(', '), 'sustainableDevelopmentGoals'],
    [w.follows, project.follows && documentLink(project.follows, context), 'follows'],
    [w.followedBy, project.followedBy.length > 0 && documentLinks(project.followedBy, context)],
    [w.codes, codesText(project.externalIds, w), 'externalIds'],
  ]
  return factList(known, {document: project, context})
}

function placeList({places}: Project): string {
  return (places ?? [])
    .map(({name, parent, percentage}) =>
      [[name, parent?.name].filter(Boolean).join(', '), percentage === null ? '' : `(${percentage}%)`]
        .filter(Boolean)
        .join(' '),
    )
    .join('; ')
}

function resultList({results}: Project): Markup {
  const known = results?.filter(({text}) => text) ?? []
  if (known.length === 0) return ''
  return html`<ul>
    ${known.map(({text, indicator}) => html`<li>${text}${indicator && html` <span class="of">${indicator}</span>`}</li>`)}
  </ul>`
}

function partyList({participations}: Project, context: PageContext): Markup {
  if (!participations || participations.length === 0) return ''
  return factList(
    participations.map(({role, organisation}) => [
      roleText(role, context.words),
      organisation && documentLink(organisation, context),
    ]),
  )
}

function grantTable({grants}: Project, context: PageContext): Markup {
  const {language, words: w} = context
  if (!grants || grants.length === 0) return ''
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${w.grants}">
    <table class="data">
      <thead>
        <tr>
          <th scope="col">${w.roleBeneficiary}</th>
          <th scope="col">${w.decided}</th>
          <th scope="col" class="figure">${w.amount}</th>
        </tr>
      </thead>
      <tbody>
        ${grants.map(
          ({beneficiary, decidedOn, amount}) =>
            html`<tr>
              <td>${beneficiary ? documentLink(beneficiary, context) : w.unknown}</td>
              <td>${dateMarkup(decidedOn, language)}</td>
              <td class="figure">${moneyText(amount, context)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
