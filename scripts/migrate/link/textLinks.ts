import {linkTargets} from '../../../schemas/values/linkTargets.ts'
import {isObject} from '../merge/same.ts'
import type {FoundLink, Json, JsonObject} from '../model.ts'
import {type AddressBook, documentAt, isBroken} from './addresses.ts'

/**
 * Running text whose links to pages of the old website lead to the documents that those pages became. A link
 * to a page that nothing took over goes, and its words stay. Keys of marks follow from the old address, so
 * they are the same before and after.
 *
 * @param onBroken is told the address of each link that went
 */
export function withTextLinks(value: Json, book: AddressBook, onBroken: (href: string) => void): Json {
  if (Array.isArray(value)) return value.map((one) => withTextLinks(one, book, onBroken))
  if (!isObject(value)) return value
  if (value['_type'] === 'block') return blockWithLinks(value, book, onBroken)
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withTextLinks(inner, book, onBroken)]),
  )
}

function blockWithLinks(block: JsonObject, book: AddressBook, onBroken: (href: string) => void): JsonObject {
  const marks = objectsIn(block['markDefs'])
  const gone = new Set<Json | undefined>()
  const kept = marks.flatMap((mark) => {
    const href = mark['_type'] === 'link' && typeof mark['href'] === 'string' ? mark['href'] : undefined
    if (href === undefined) return [mark]
    const target = documentAt(href, book)
    if (target && isLinkTarget(target.type)) {
      const reference = {_type: 'reference', _ref: target.id, _weak: true}
      return [{_key: mark['_key'] ?? '', _type: 'internalLink', reference}]
    }
    if (!isBroken(href, book)) return [mark]
    gone.add(mark['_key'])
    onBroken(href)
    return []
  })
  if (kept.length === 0 && marks.length === 0) return block
  const children = objectsIn(block['children']).map((span) =>
    Array.isArray(span['marks']) ? {...span, marks: span['marks'].filter((mark) => !gone.has(mark))} : span,
  )
  return {...block, markDefs: kept, children}
}

/** The addresses that running text links to. */
export function linkedAddresses(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(linkedAddresses)
  if (!isObject(value)) return []
  if (value['_type'] === 'link' && typeof value['href'] === 'string') return [value['href']]
  return Object.values(value).flatMap(linkedAddresses)
}

/** Where links stand, by file and address. */
export type LinkPlaces = ReadonlyMap<string, FoundLink['source']>

export const placeKey = (file: string, href: string): string => `${file}|${href}`

/** Where each link of the sources stands. */
export const linkPlaces = (links: readonly FoundLink[]): LinkPlaces =>
  new Map(links.map(({href, source}) => [placeKey(source.file, href), source]))

function isLinkTarget(type: string): boolean {
  return linkTargets.some((name) => name === type)
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
