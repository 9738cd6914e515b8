import {BillIcon} from '@sanity/icons/Bill'
import {BookIcon} from '@sanity/icons/Book'
import {CaseIcon} from '@sanity/icons/Case'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {ProjectsIcon} from '@sanity/icons/Projects'
import {SyncIcon} from '@sanity/icons/Sync'
import {TagIcon} from '@sanity/icons/Tag'
import {TransferIcon} from '@sanity/icons/Transfer'
import type {SortOrderingItem} from 'sanity'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {byName, byTitle} from '../../schemas/fields/orderings.ts'
import {group, item, onlyDocument} from './items.ts'
import {filteredList, listPer} from './lists.ts'

const byPeriod: SortOrderingItem[] = [{field: 'period.start.value', direction: 'desc'}]

export const agreements = (S: StructureBuilder): ListItemBuilder =>
  item(S, {id: 'agreements', label: 'desk.agreements', icon: BookIcon}).child(
    filteredList(S, {
      label: 'desk.agreements',
      type: 'agreement',
      order: [{field: 'signedOn.value', direction: 'desc'}],
    }),
  )

export const fund = (S: StructureBuilder): ListItemBuilder =>
  onlyDocument(S, {id: 'trustFund', label: 'desk.fund', icon: BillIcon})

export const rounds = (S: StructureBuilder): ListItemBuilder =>
  item(S, {id: 'rounds', label: 'desk.rounds', icon: SyncIcon}).child(
    filteredList(S, {
      label: 'desk.rounds',
      type: 'trustFundRound',
      order: byPeriod,
    }),
  )

export const projects = (S: StructureBuilder): ListItemBuilder =>
  group(S, {id: 'projects', label: 'desk.projects', icon: ProjectsIcon}, [
    item(S, {id: 'all-projects', label: 'desk.projects.all', icon: CaseIcon}).child(
      filteredList(S, {
        label: 'desk.projects.all',
        type: 'project',
        order: [{field: 'period.plannedStart.value', direction: 'desc'}],
      }),
    ),
    item(S, {id: 'projects-by-round', label: 'desk.projects.byRound', icon: SyncIcon}).child(
      listPer(S, {
        label: 'desk.projects.byRound',
        childLabel: 'desk.projects',
        parent: 'trustFundRound',
        order: byPeriod,
        type: 'project',
        filter: 'round._ref == $id',
        template: 'project-in-round',
      }),
    ),
    item(S, {id: 'projects-by-theme', label: 'desk.projects.byTheme', icon: TagIcon}).child(
      listPer(S, {
        label: 'desk.projects.byTheme',
        childLabel: 'desk.projects',
        parent: 'theme',
        order: byTitle.by,
        type: 'project',
        filter: '$id in themes[]._ref',
      }),
    ),
    item(S, {id: 'projects-by-place', label: 'desk.projects.byPlace', icon: EarthGlobeIcon}).child(
      listPer(S, {
        label: 'desk.projects.byPlace',
        childLabel: 'desk.projects',
        parent: 'place',
        order: byName.by,
        type: 'project',
        filter: '$id in places[].place._ref',
      }),
    ),
    item(S, {id: 'projects-without-round', label: 'desk.projects.withoutRound', icon: DocumentsIcon}).child(
      filteredList(S, {label: 'desk.projects.withoutRound', type: 'project', filter: '!defined(round)'}),
    ),
    item(S, {id: 'projects-bilateral', label: 'desk.projects.bilateral', icon: TransferIcon}).child(
      filteredList(S, {
        label: 'desk.projects.bilateral',
        type: 'project',
        filter: 'channel == "bilateral"',
      }),
    ),
  ])
