import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {BellIcon} from '@sanity/icons/Bell'
import {BookIcon} from '@sanity/icons/Book'
import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {CogIcon} from '@sanity/icons/Cog'
import {DocumentIcon} from '@sanity/icons/Document'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {TagIcon} from '@sanity/icons/Tag'
import {TargetIcon} from '@sanity/icons/Target'
import {UlistIcon} from '@sanity/icons/Ulist'
import {UsersIcon} from '@sanity/icons/Users'
import type {SortOrderingItem} from 'sanity'
import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'
import {byName, byTitle} from '../../schemas/fields/orderings.ts'
import type {DeskLabel} from '../labels/index.ts'
import {attention} from './attention.ts'
import {agreements, fund, projects, rounds} from './fund.ts'
import {group, item, onlyDocument} from './items.ts'
import {filteredList} from './lists.ts'

/** The desk, by what an editor comes to do: what waits first, then the fund, the website, the lists. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id('content')
    .title('Content')
    .i18n({title: {key: 'desk.title', ns: 'desk'}})
    .items([
      attention(S),
      S.divider(),
      agreements(S),
      fund(S),
      rounds(S),
      projects(S),
      typeItem(S, 'places', 'desk.places', 'place', EarthGlobeIcon, byName.by),
      S.divider(),
      typeItem(S, 'news', 'desk.news', 'newsItem', BellIcon, [{field: 'publishedOn', direction: 'desc'}]),
      typeItem(S, 'conventions', 'desk.conventions', 'ilsConvention', BookmarkIcon, byNumber),
      typeItem(S, 'publications', 'desk.publications', 'publication', BookIcon, byTitle.by),
      typeItem(S, 'pages', 'desk.pages', 'page', DocumentIcon, byTitle.by),
      S.divider(),
      lists(S),
      settings(S),
    ])

const byNumber: SortOrderingItem[] = [{field: 'number', direction: 'asc'}]

function typeItem(
  S: StructureBuilder,
  id: string,
  label: DeskLabel,
  type: string,
  icon: ComponentType,
  order?: SortOrderingItem[],
): ListItemBuilder {
  return item(S, {id, label, icon}).child(filteredList(S, {label, type, ...(order ? {order} : {})}))
}

const lists = (S: StructureBuilder): ListItemBuilder =>
  group(S, {id: 'lists', label: 'desk.lists', icon: UlistIcon}, [
    typeItem(S, 'organisations', 'desk.organisations', 'organisation', UsersIcon, byName.by),
    typeItem(S, 'themes', 'desk.themes', 'theme', TagIcon, byTitle.by),
    typeItem(S, 'goals', 'desk.goals', 'sustainableDevelopmentGoal', TargetIcon, byNumber),
  ])

const settings = (S: StructureBuilder): ListItemBuilder =>
  group(S, {id: 'settings', label: 'desk.settings', icon: CogIcon}, [
    onlyDocument(S, {id: 'siteSettings', label: 'desk.settings.site', icon: CogIcon}),
    typeItem(S, 'redirects', 'desk.settings.redirects', 'redirect', ArrowRightIcon),
  ])
