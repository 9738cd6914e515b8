import type {Language} from '../languages.ts'
import {label} from './interfaceLanguage.ts'

/** Attributes of a schema definition that editors read. */
const TEXTS = new Set(['title', 'description'])

/** Attributes that lead to more definitions with texts; the others hold values and code. */
const PARTS = new Set([
  'fields',
  'of',
  'groups',
  'fieldsets',
  'orderings',
  'options',
  'list',
  'styles',
  'lists',
  'marks',
  'decorators',
  'annotations',
])

/** Every text of the definitions that editors read, as they are written: in English. */
export function* textsOf(definition: unknown): Generator<string> {
  for (const [attribute, value] of Object.entries(definition ?? {})) {
    if (TEXTS.has(attribute) && typeof value === 'string') yield value
    else if (typeof value === 'object' && leadsOn(definition, attribute)) yield* textsOf(value)
  }
}

/** The definitions with their texts in a language; the Studio makes its forms of them. */
export function schemaIn<T>(definition: T, language: Language): T {
  return translated(definition, language) as T
}

function translated(definition: unknown, language: Language): unknown {
  if (Array.isArray(definition)) return definition.map((item) => translated(item, language))
  if (typeof definition !== 'object' || definition === null) return definition
  return Object.fromEntries(
    Object.entries(definition).map(([attribute, value]: [string, unknown]) => {
      if (TEXTS.has(attribute) && typeof value === 'string') return [attribute, label(value, language)]
      return [attribute, PARTS.has(attribute) ? translated(value, language) : value]
    }),
  )
}

function leadsOn(definition: unknown, attribute: string): boolean {
  return Array.isArray(definition) || PARTS.has(attribute)
}
