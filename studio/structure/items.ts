import type {ComponentType} from 'react'
import type {ListBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {DESK_LABELS, type DeskLabel} from '../labels/index.ts'

interface Item {
  id: string
  label: DeskLabel
  icon: ComponentType
}

/** A list item with its title in the language of the interface. */
export function item(S: StructureBuilder, {id, label, icon}: Item): ListItemBuilder {
  return S.listItem()
    .id(id)
    .title(label)
    .icon(icon)
    .i18n({title: {key: label, ns: DESK_LABELS}})
}

/**
 * A list item that opens the only document of a type.
 *
 * @param about with the id of that document, which is also its type: links to it find it by that
 */
export function onlyDocument(S: StructureBuilder, about: Item): ListItemBuilder {
  return item(S, about).child(S.document().schemaType(about.id).documentId(about.id))
}

type Items = Parameters<ListBuilder['items']>[0]

/** A list item that opens a list of items. */
export function group(S: StructureBuilder, about: Item, items: Items): ListItemBuilder {
  const list = S.list()
    .title(about.label)
    .i18n({title: {key: about.label, ns: DESK_LABELS}})
    .items(items)
  return item(S, about).child(list)
}
