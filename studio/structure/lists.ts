import type {DocumentListBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_LABELS, type DeskLabel} from '../labels/index.ts'

interface FilteredList {
  label: DeskLabel
  /** All documents of the content when absent. */
  type?: string
  /** GROQ that the documents must also satisfy; empty for none. */
  filter: string
}

/** The documents of a type, or of any, that satisfy a filter. */
export function filteredList(S: StructureBuilder, {label, type, filter}: FilteredList): DocumentListBuilder {
  if (type && filter === '') {
    return S.documentTypeList(type)
      .title(label)
      .i18n({title: {key: label, ns: DESK_LABELS}})
  }
  const list = S.documentList()
    .title(label)
    .i18n({title: {key: label, ns: DESK_LABELS}})
    .apiVersion(API_VERSION)
  return type
    ? list.schemaType(type).filter(`_type == $type && (${filter})`).params({type})
    : list.filter(filter)
}

interface ListPer {
  label: DeskLabel
  /** Title of the list that then opens. */
  childLabel: DeskLabel
  /** Type of the documents to choose one from. */
  parent: string
  /** Type of the documents then shown. */
  type: string
  /** GROQ that ties them to the chosen document, `$id`. */
  filter: string
  /** Template for a new one that belongs to the chosen document. */
  template?: string
}

/** A list of documents, each of which opens the list of what belongs to it. */
export function listPer(
  S: StructureBuilder,
  {label, childLabel, parent, type, filter, template}: ListPer,
): DocumentListBuilder {
  return S.documentTypeList(parent)
    .title(label)
    .i18n({title: {key: label, ns: DESK_LABELS}})
    .child((id) => {
      const belonging = S.documentList()
        .title(childLabel)
        .i18n({title: {key: childLabel, ns: DESK_LABELS}})
        .apiVersion(API_VERSION)
        .schemaType(type)
        .filter(`_type == $type && ${filter}`)
        .params({type, id})
      return template
        ? belonging.initialValueTemplates([S.initialValueTemplateItem(template, {id})])
        : belonging
    })
}
