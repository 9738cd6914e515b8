import {BillIcon} from '@sanity/icons/Bill'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {CommentIcon} from '@sanity/icons/Comment'
import {EditIcon} from '@sanity/icons/Edit'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {TranslateIcon} from '@sanity/icons/Translate'
import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {DeskLabel} from '../labels/index.ts'
import {group, item} from './items.ts'
import {filteredList} from './lists.ts'

interface Concern {
  id: string
  label: DeskLabel
  icon: ComponentType
  filter: string
  type?: string
}

const lacks = (language: string): string =>
  `(defined(title) || defined(name)) && !defined(title[language == "${language}"][0].value) && !defined(name[language == "${language}"][0].value)`

/** What somebody has to finish, most urgent first. */
export const concerns: readonly Concern[] = [
  {
    id: 'drafts',
    label: 'desk.attention.drafts',
    icon: EditIcon,
    // The Studio asks for the types among them as stored, and for the documents as drafts show them.
    filter:
      '(_id in path("drafts.**") || _originalId in path("drafts.**")) && !(_type match "sanity.*") && !(_type match "vision.*")',
  },
  {id: 'without-dutch', label: 'desk.attention.withoutDutch', icon: TranslateIcon, filter: lacks('nl')},
  {id: 'without-english', label: 'desk.attention.withoutEnglish', icon: TranslateIcon, filter: lacks('en')},
  {
    id: 'under-discussion',
    label: 'desk.attention.discussed',
    icon: CommentIcon,
    filter: 'count(notes[kind == "contradiction"]) > 0',
  },
  {
    id: 'not-found',
    label: 'desk.attention.gaps',
    icon: HelpCircleIcon,
    filter: 'count(notes[kind == "gap"]) > 0',
  },
  {
    id: 'projects-without-amount',
    label: 'desk.attention.withoutAmount',
    icon: BillIcon,
    type: 'project',
    filter: '!defined(amount.amount)',
  },
  {
    id: 'projects-without-period',
    label: 'desk.attention.withoutPeriod',
    icon: ClockIcon,
    type: 'project',
    filter: '!defined(period.plannedStart) && !defined(period.actualStart)',
  },
  {
    id: 'rounds-without-contribution',
    label: 'desk.attention.withoutContribution',
    icon: BillIcon,
    type: 'trustFundRound',
    filter: '!defined(contribution.amount)',
  },
]

/** Drafts and what is incomplete. */
export const attention = (S: StructureBuilder): ListItemBuilder =>
  group(
    S,
    {id: 'attention', label: 'desk.attention', icon: CheckmarkCircleIcon},
    concerns.map(({filter, type, ...about}) =>
      item(S, about).child(
        filteredList(S, {
          label: about.label,
          type,
          filter,
          order: [{field: '_updatedAt', direction: 'desc'}],
        }),
      ),
    ),
  )
