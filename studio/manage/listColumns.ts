import type {SchemaType} from 'sanity'
import {shownWords} from '../../schemas/labels/shown.ts'
import type {RuleDocument} from '../../schemas/rules/index.ts'
import {wordsOfBlock} from '../../schemas/values/table.ts'

/** What a cell may hold: a number stays one, so that a spreadsheet can add it up. */
export type Cell = string | number | null

/** A column of an exported list. */
export interface Column {
  title: string
  read(document: RuleDocument): Cell
}

/** Words of the columns that no field has a title for, and the names of documents by their id. */
export interface ColumnContext {
  languages: readonly {id: string; title: string}[]
  currency: string
  yes: string
  no: string
  nameOf(id: string): string | undefined
}

interface Field {
  name: string
  type: FieldType
}

interface FieldType {
  name?: string
  jsonType?: string
  title?: string | undefined
  fields?: readonly Field[]
  type?: FieldType | undefined
}

type Values = Readonly<Record<string, unknown>>

/** Fields for colleagues and machines, which no list needs. */
const LEFT_OUT = new Set(['provenance', 'notes', 'sources', 'image', 'files'])

/**
 * The columns of a document type: one for each field that fits a cell, two where there are two languages
 * or an amount with its currency. What has parts of its own, such as articles, is left to its form.
 */
export function columnsOf(type: SchemaType, context: ColumnContext): Column[] {
  const {fields = []} = type as FieldType
  return fields
    .filter(({name}) => !LEFT_OUT.has(name))
    .flatMap(({name, type: fieldType}) => fieldColumns(name, fieldType, fieldType.title ?? name, context))
}

function fieldColumns(name: string, type: FieldType, title: string, context: ColumnContext): Column[] {
  const value = (document: Values): unknown => document[name]
  const kinds = namesOf(type)
  if (kinds.some((kind) => kind.startsWith('internationalizedArray'))) {
    return context.languages.map((language) => ({
      title: `${title} (${language.title})`,
      read: (document) => wordsIn(value(document), language.id),
    }))
  }
  if (kinds.includes('money')) {
    const part = (key: string) => (document: Values) => cellOf(recordOf(value(document))[key], context)
    return [
      {title, read: part('amount')},
      {title: `${title} (${context.currency})`, read: part('currency')},
    ]
  }
  if (kinds.includes('partialDate')) return [{title, read: (document) => dateIn(value(document))}]
  if (kinds.includes('period') || kinds.includes('projectPeriod')) {
    return (type.fields ?? []).map((part) => ({
      title: `${title}: ${part.type.title ?? part.name}`,
      read: (document) => {
        const inner = recordOf(value(document))[part.name]
        return typeof inner === 'number' ? inner : dateIn(inner)
      },
    }))
  }
  if (kinds.includes('slug')) {
    return [{title, read: (document) => cellOf(recordOf(value(document))['current'], context)}]
  }
  if (type.jsonType === 'object' && !kinds.includes('reference')) return []
  return [{title, read: (document) => cellOf(value(document), context)}]
}

/** The names of a type and of those that it is made from. */
function namesOf(type: FieldType | undefined): string[] {
  return type ? [type.name ?? '', ...namesOf(type.type)] : []
}

function cellOf(value: unknown, context: ColumnContext): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? context.yes : context.no
  if (Array.isArray(value)) {
    const parts = value.map((item) => cellOf(item, context)).filter((part) => part !== null && part !== '')
    return parts.length > 0 ? parts.join('; ') : null
  }
  const name = context.nameOf(referenceIn(value) ?? '')
  return name ?? null
}

/** The first reference of a value, itself or one of its parts, as in a share of a place. */
function referenceIn(value: unknown): string | undefined {
  const record = recordOf(value)
  if (typeof record['_ref'] === 'string') return record['_ref']
  return Object.values(record)
    .map((part) => recordOf(part)['_ref'])
    .find((id) => typeof id === 'string')
}

function dateIn(value: unknown): Cell {
  const date = recordOf(value)['value']
  return typeof date === 'string' ? date : null
}

function wordsIn(value: unknown, language: string): Cell {
  const items: unknown[] = Array.isArray(value) ? value : []
  const words = items.map(recordOf).find((item) => item['language'] === language)?.['value']
  return typeof words === 'string' ? words : textOf(words)
}

/** The words of running text, a line for each block or row of a table. */
function textOf(blocks: unknown): Cell {
  if (!Array.isArray(blocks)) return null
  return blocks.map(wordsOfBlock).filter(Boolean).join('\n') || null
}

const recordOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}

/** The names of documents by their id, in the language of the interface. */
export function namesById(documents: readonly RuleDocument[]): ReadonlyMap<string, string> {
  return new Map(
    documents.flatMap((document) => {
      const name = shownWords(document['title'] ?? document['name'])
      return name === undefined ? [] : [[document._id, name] as const]
    }),
  )
}
