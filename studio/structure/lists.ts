import type {SortOrderingItem} from 'sanity'
import type {DocumentListBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_LABELS, type DeskLabel} from '../labels/index.ts'

interface FilteredList {
  label: DeskLabel
  /** All documents of the content when absent. */
  type?: string
  /** GROQ that the documents must also satisfy; none when absent. */
  filter?: string
  /** The order at first; an editor can choose another. */
  order?: SortOrderingItem[]
}

/** The documents of a type, or of any, that satisfy a filter. */
export function filteredList(
  S: StructureBuilder,
  {label, type, filter, order}: FilteredList,
): DocumentListBuilder {
  const list = filter || !type ? listBy(S, filter ?? 'true', type) : S.documentTypeList(type)
  const titled = list.title(label).i18n({title: {key: label, ns: DESK_LABELS}})
  return order ? titled.defaultOrdering(order) : titled
}

function listBy(S: StructureBuilder, filter: string, type?: string): DocumentListBuilder {
  const list = S.documentList().apiVersion(API_VERSION)
  return type
    ? list.schemaType(type).filter(`_type == $type && (${filter})`).params({type})
    : list.filter(filter)
}

/** What belongs to a document, and the template for a new one. */
interface Belonging {
  label: DeskLabel
  /** Type of the documents that belong to it. */
  type: string
  /** GROQ that ties them to the document, `$id`. */
  filter: string
  /** Template for a new one that belongs to it. */
  template?: string
}

interface ListPer extends Belonging {
  /** Title of the list that then opens. */
  childLabel: DeskLabel
  /** Type of the documents to choose one from. */
  parent: string
  /** The order of those at first. */
  order: SortOrderingItem[]
}

/** A list of documents, each of which opens the list of what belongs to it. */
export function listPer(S: StructureBuilder, {label, childLabel, parent, order, ...belonging}: ListPer) {
  return S.documentTypeList(parent)
    .title(label)
    .i18n({title: {key: label, ns: DESK_LABELS}})
    .defaultOrdering(order)
    .child((id) => belongingList(S, id, {...belonging, label: childLabel}))
}

function belongingList(
  S: StructureBuilder,
  id: string,
  {label, type, filter, template}: Belonging,
): DocumentListBuilder {
  const list = S.documentList()
    .title(label)
    .i18n({title: {key: label, ns: DESK_LABELS}})
    .apiVersion(API_VERSION)
    .schemaType(type)
    .filter(`_type == $type && ${filter}`)
    .params({type, id})
  return template ? list.initialValueTemplates([S.initialValueTemplateItem(template, {id})]) : list
}
