import type {Path, SchemaType} from 'sanity'
import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {shownDate, shownMoney} from '../../schemas/labels/shown.ts'
import {languages} from '../../schemas/languages.ts'
import {wordsOfBlock} from '../../schemas/values/table.ts'
import {fieldTitle} from './reasons.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a field held when the document was taken over, and what it holds now; undefined for nothing. */
export interface FieldSince {
  /** The field as its form calls it, with the language of a text. */
  field: string
  before: string | undefined
  now: string | undefined
  changed: boolean
}

/** Not facts of the source: how the document is kept, and what colleagues write about it. */
const KEPT_ASIDE = new Set(['provenance', 'notes', 'sources'])

/**
 * Every fact of a document, as it was taken over and as it is now: changed ones first, in the order of
 * the form.
 *
 * @param names titles of documents referred to, by id
 */
export function sinceTakenOver(
  before: Fields,
  now: Fields,
  type: SchemaType | undefined,
  names: Readonly<Record<string, string>> = {},
): FieldSince[] {
  const [old, current] = [leavesOf(before), leavesOf(now)]
  const order = type && 'fields' in type ? type.fields.map(({name}) => name) : []
  const place = ({path}: Leaf) => order.findIndex((name) => name === path[0])
  const leaves = [...new Map([...old, ...current]).entries()].toSorted(([, a], [, b]) => place(a) - place(b))
  const fields = leaves.map(([key, {path, language}]) => {
    const [was, is] = [old.get(key)?.value, current.get(key)?.value]
    const title = fieldTitle(type, path) ?? ''
    return {
      field: language === undefined ? title : `${title} (${language})`,
      before: optionTitle(type, path, was) ?? plain(was, names),
      now: optionTitle(type, path, is) ?? plain(is, names),
      changed: canonical(was) !== canonical(is),
    }
  })
  return fields.toSorted((a, b) => Number(b.changed) - Number(a.changed))
}

/** What the form calls a value that was chosen from a list. */
function optionTitle(type: SchemaType | undefined, path: Path, value: unknown): string | undefined {
  const field = type && 'fields' in type ? type.fields.find(({name}) => name === path[0]) : undefined
  const options: unknown = field?.type.options
  const list = isFields(options) && Array.isArray(options['list']) ? options['list'] : []
  const option: unknown = path.length === 1 && list.find((item) => isFields(item) && item['value'] === value)
  return isFields(option) && typeof option['title'] === 'string' ? option['title'] : undefined
}

/** Ids of the documents that a value refers to. */
export function referredIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referredIds)
  if (!isFields(value)) return []
  const own = typeof value['_ref'] === 'string' ? [value['_ref']] : []
  return [...own, ...Object.values(value).flatMap(referredIds)]
}

interface Leaf {
  path: Path
  language?: string
  value: unknown
}

function leavesOf(document: Fields): Map<string, Leaf> {
  const leaves = Object.entries(document)
    .filter(([name]) => !name.startsWith('_') && !KEPT_ASIDE.has(name))
    .flatMap(([name, value]) => leavesAt([name], value))
    .filter(({value}) => plain(value, {}) !== undefined)
  return new Map(leaves.map((leaf) => [JSON.stringify([leaf.path, leaf.language]), leaf]))
}

/** Objects without a way of their own to be written, such as a period, are told part by part. */
function leavesAt(path: Path, value: unknown): Leaf[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isWordsEntry)) {
    return value.map((entry) => ({path, language: languageTitle(entry['language']), value: entry['value']}))
  }
  if (!isFields(value) || written(value, {}) !== undefined || '_ref' in value) return [{path, value}]
  return partsOf(value).flatMap(([name, part]) => leavesAt([...path, name], part))
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWordsEntry = (value: unknown): value is Fields => isFields(value) && 'language' in value

const partsOf = (value: Fields): [string, unknown][] =>
  Object.entries(value).filter(([name]) => !name.startsWith('_'))

const languageTitle = (id: unknown): string =>
  languages.find((language) => language.id === id)?.title ?? String(id)

/** A value as a colleague would say it; undefined when it says nothing. */
function plain(value: unknown, names: Readonly<Record<string, string>>): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return ANSWERS[interfaceLanguage()][value ? 0 : 1]
  if (Array.isArray(value))
    return joined(
      value.map((item) => plain(item, names)),
      isText(value) ? '\n' : ' · ',
    )
  if (typeof value === 'string') return shownDate(value) ?? (value.trim() || undefined)
  if (!isFields(value)) return JSON.stringify(value)
  return (
    written(value, names) ??
    joined(
      partsOf(value).map(([, part]) => plain(part, names)),
      ', ',
    )
  )
}

const ANSWERS = {nl: ['ja', 'nee'], en: ['yes', 'no']} as const

/** The types that have one way to be written. */
function written(value: Fields, names: Readonly<Record<string, string>>): string | undefined {
  if (typeof value['_ref'] === 'string') return names[value['_ref']] ?? value['_ref']
  if ('language' in value)
    return joined([languageTitle(value['language']), plain(value['value'], names)], ': ')
  switch (value['_type']) {
    case 'money':
      return shownMoney(value) ?? (typeof value['amount'] === 'number' ? String(value['amount']) : undefined)
    case 'partialDate':
      return shownDate(value['value']) ?? (typeof value['value'] === 'string' ? value['value'] : undefined)
    case 'slug':
      return plain(value['current'], names)
    case 'block':
    case 'table':
      return wordsOfBlock(value) || undefined
    default:
      return undefined
  }
}

const isText = (items: unknown[]): boolean =>
  items.some((item) => isFields(item) && (item['_type'] === 'block' || item['_type'] === 'table'))

const joined = (parts: (string | undefined)[], by: string): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join(by) || undefined

/** Equal for values that say the same: keys of members and the order of attributes don't count. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isFields(value)) return JSON.stringify(value) ?? ''
  return `{${Object.entries(value)
    .filter(([name, part]) => name !== '_key' && part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${name}:${canonical(part)}`)
    .join()}}`
}
