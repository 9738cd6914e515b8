import {BillIcon} from '@sanity/icons/Bill'
import {BookIcon} from '@sanity/icons/Book'
import {CaseIcon} from '@sanity/icons/Case'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CogIcon} from '@sanity/icons/Cog'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {TagIcon} from '@sanity/icons/Tag'
import {UlistIcon} from '@sanity/icons/Ulist'
import {UsersIcon} from '@sanity/icons/Users'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'
import {DESK_LABELS, type DeskLabel} from '../labels/index.ts'
import {FUND_ID} from '../singleton.ts'
import {filteredList, listPer} from './lists.ts'

/** The desk: what an editor comes to do, from the fund down to the lists that fields choose from. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id('content')
    .title('Content')
    .i18n({title: {key: 'desk.title', ns: DESK_LABELS}})
    .items([fund(S), rounds(S), projects(S), agreements(S), S.divider(), attention(S), S.divider(), lists(S)])

/** A list item with its title in the language of the interface. */
function item(S: StructureBuilder, id: string, label: DeskLabel): ListItemBuilder {
  return S.listItem()
    .id(id)
    .title(label)
    .i18n({title: {key: label, ns: DESK_LABELS}})
}

function group(S: StructureBuilder, id: string, label: DeskLabel, items: ListItemBuilder[]): ListItemBuilder {
  const list = S.list()
    .title(label)
    .i18n({title: {key: label, ns: DESK_LABELS}})
    .items(items)
  return item(S, id, label).child(list)
}

const fund = (S: StructureBuilder): ListItemBuilder =>
  item(S, 'fund', 'desk.fund').icon(BillIcon).child(S.document().schemaType('trustFund').documentId(FUND_ID))

const rounds = (S: StructureBuilder): ListItemBuilder =>
  item(S, 'rounds', 'desk.rounds')
    .icon(UlistIcon)
    .child(
      S.documentTypeList('trustFundRound')
        .title('desk.rounds')
        .i18n({title: {key: 'desk.rounds', ns: DESK_LABELS}})
        .defaultOrdering([{field: 'period.start.value', direction: 'desc'}]),
    )

const projects = (S: StructureBuilder): ListItemBuilder =>
  group(S, 'projects', 'desk.projects', [
    item(S, 'all-projects', 'desk.projects.all').child(
      filteredList(S, {label: 'desk.projects.all', type: 'project', filter: ''}),
    ),
    item(S, 'projects-by-round', 'desk.projects.byRound').child(
      listPer(S, {
        label: 'desk.projects.byRound',
        childLabel: 'desk.projects',
        parent: 'trustFundRound',
        type: 'project',
        filter: 'round._ref == $id',
        template: 'project-in-round',
      }),
    ),
    item(S, 'projects-by-theme', 'desk.projects.byTheme').child(
      listPer(S, {
        label: 'desk.projects.byTheme',
        childLabel: 'desk.projects',
        parent: 'theme',
        type: 'project',
        filter: '$id in themes[]._ref',
      }),
    ),
    item(S, 'projects-by-place', 'desk.projects.byPlace').child(
      listPer(S, {
        label: 'desk.projects.byPlace',
        childLabel: 'desk.projects',
        parent: 'place',
        type: 'project',
        filter: '$id in places[].place._ref',
      }),
    ),
    item(S, 'projects-without-round', 'desk.projects.withoutRound').child(
      filteredList(S, {label: 'desk.projects.withoutRound', type: 'project', filter: '!defined(round)'}),
    ),
  ]).icon(CaseIcon)

const agreements = (S: StructureBuilder): ListItemBuilder =>
  group(S, 'agreements', 'desk.agreements', [
    item(S, 'all-agreements', 'desk.agreements.all').child(
      filteredList(S, {label: 'desk.agreements.all', type: 'agreement', filter: ''}),
    ),
    item(S, 'annexes-by-agreement', 'desk.agreements.annexes').child(
      listPer(S, {
        label: 'desk.agreements.annexes',
        childLabel: 'desk.annexes',
        parent: 'agreement',
        type: 'annex',
        filter: 'agreement._ref == $id',
        template: 'annex-of-agreement',
      }),
    ),
  ]).icon(BookIcon)

const attention = (S: StructureBuilder): ListItemBuilder =>
  group(S, 'attention', 'desk.attention', [
    item(S, 'open-questions', 'desk.attention.notes').child(
      filteredList(S, {label: 'desk.attention.notes', filter: 'count(notes) > 0'}),
    ),
    item(S, 'projects-without-amount', 'desk.attention.withoutAmount').child(
      filteredList(S, {
        label: 'desk.attention.withoutAmount',
        type: 'project',
        filter: '!defined(amount.amount)',
      }),
    ),
    item(S, 'projects-without-period', 'desk.attention.withoutPeriod').child(
      filteredList(S, {
        label: 'desk.attention.withoutPeriod',
        type: 'project',
        filter: '!defined(period.plannedStart) && !defined(period.actualStart)',
      }),
    ),
  ]).icon(CheckmarkCircleIcon)

const lists = (S: StructureBuilder): ListItemBuilder =>
  group(S, 'lists', 'desk.lists', [
    item(S, 'organisations', 'desk.organisations')
      .icon(UsersIcon)
      .child(filteredList(S, {label: 'desk.organisations', type: 'organisation', filter: ''})),
    item(S, 'places', 'desk.places')
      .icon(EarthGlobeIcon)
      .child(filteredList(S, {label: 'desk.places', type: 'place', filter: ''})),
    item(S, 'themes', 'desk.themes')
      .icon(TagIcon)
      .child(filteredList(S, {label: 'desk.themes', type: 'theme', filter: ''})),
  ]).icon(CogIcon)
