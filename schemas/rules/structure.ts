import type {$ZodIssue} from 'zod/v4/core'

import {documentSchemas} from '../generated/zod.ts'
import {isObject} from './read.ts'
import type {Finding, FindingPath, Message, RuleDocument} from './rule.ts'

/**
 * Checks a document against the strict structure that is generated from the schema: attributes that
 * must be there, kinds of values, and no attribute that the schema does not know.
 */
export function structureFindings(document: RuleDocument): Finding[] {
  const schema = Object.entries(documentSchemas).find(([type]) => type === document._type)?.[1]
  if (!schema)
    return [{code: 'structure-type', level: 'error', path: ['_type'], message: unknownType(document._type)}]
  const parsed = schema.safeParse(document)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    code: codeOf(issue, document),
    level: 'error',
    path: keyedPath(document, issue.path),
    message: messageOf(issue, document),
  }))
}

function codeOf(issue: $ZodIssue, document: RuleDocument): string {
  if (issue.code === 'unrecognized_keys') return 'structure-unknown'
  return valueAt(document, issue.path) === undefined ? 'structure-required' : 'structure-value'
}

function messageOf(issue: $ZodIssue, document: RuleDocument): Message {
  const name = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return {
      nl: `Het model kent ${keys} niet${name && ` in ${name}`}. Haal het weg, of voeg het aan het schema toe.`,
      en: `The model does not know ${keys}${name && ` in ${name}`}. Take it away, or add it to the schema.`,
    }
  }
  if (valueAt(document, issue.path) === undefined) {
    return {nl: 'Dit is leeg. Vul het in.', en: 'This is empty. Fill it in.'}
  }
  return {
    nl: `${name} heeft niet de waarde die het model verwacht (${issue.message}).`,
    en: `${name} does not have the value that the model expects (${issue.message}).`,
  }
}

function unknownType(type: string): Message {
  return {
    nl: `Het model kent het documenttype ${type} niet. Verwijder het document, of voeg het type aan het schema toe.`,
    en: `The model does not know the document type ${type}. Remove the document, or add the type to the schema.`,
  }
}

/** Array members by their key, so that a path still leads there after a reordering. */
function keyedPath(document: RuleDocument, path: readonly PropertyKey[]): FindingPath {
  return path.map((segment, index) => {
    if (typeof segment !== 'number') return String(segment)
    const item = valueAt(document, path.slice(0, index + 1))
    const key = isObject(item) ? item['_key'] : undefined
    return typeof key === 'string' ? {_key: key} : segment
  })
}

function valueAt(document: RuleDocument, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, segment) => {
    if (Array.isArray(value) && typeof segment === 'number') return value[segment]
    return isObject(value) ? value[String(segment)] : undefined
  }, document)
}
