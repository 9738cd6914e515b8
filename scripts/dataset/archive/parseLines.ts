import {isUtf8} from 'node:buffer'

import {messageOf} from '../../command/errors.ts'
import {isObject} from '../../migrate/merge/same.ts'
import type {Document, JsonObject} from '../../migrate/model.ts'
import {byteLines} from '../../migrate/parse/byteLines.ts'

/** A document as a file has it: it may still lack an id, which an import then gives it. */
export type ArchivedDocument = JsonObject & {_id?: string; _type: string}

/** A document and where it was read. */
export interface Read {
  document: ArchivedDocument
  /** `data.ndjson:12` */
  place: string
}

/** What is wrong with what was read, for a person to correct. */
export interface Problem {
  place: string
  message: string
}

const BYTE_ORDER_MARK = '\uFEFF'
/** The service's rule for ids: https://www.sanity.io/docs/content-lake/ids */
const DOCUMENT_ID = /^(?!.*\.\.)[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,126}[a-zA-Z0-9_-]$|^[a-zA-Z0-9_]$/

/**
 * Parses NDJSON, one document on a line; empty lines are passed over. A line that is no document
 * becomes a problem and the rest is read all the same, so that a person sees all there is to correct.
 *
 * @param bytes the file
 * @param file its name, for the places
 */
export function parseLines(bytes: Uint8Array, file: string): {read: Read[]; problems: Problem[]} {
  const read: Read[] = []
  const problems: Problem[] = []
  for (const [index, line] of byteLines(bytes).entries()) {
    const place = `${file}:${index + 1}`
    const parsed = parseLine(line)
    if (typeof parsed === 'string') problems.push({place, message: parsed})
    else if (parsed) read.push({document: parsed, place})
  }
  return {read, problems}
}

/** The document on a line, nothing on an empty line, or what is wrong. */
function parseLine(line: Uint8Array): ArchivedDocument | string | undefined {
  if (!isUtf8(line)) return 'not UTF-8: save the file in that encoding'
  const text = Buffer.from(line).toString('utf8')
  const json = (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).trim()
  if (json === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return `not JSON: ${messageOf(error)} (NDJSON has one whole document on each line)`
  }
  return problemOf(value) ?? (value as ArchivedDocument)
}

function problemOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'not a document: a JSON object is expected'
  const {_id: id, _type: type} = value
  if (typeof type !== 'string' || type === '') return 'has no _type'
  if (id === undefined) return undefined
  if (typeof id !== 'string' || !DOCUMENT_ID.test(id)) {
    return `_id ${JSON.stringify(id)} is no document id: letters, digits, _ - and single dots, at most 128`
  }
  return undefined
}

/** Whether a document that was read has its id. */
export function isIdentified(document: ArchivedDocument): document is Document {
  return document._id !== undefined
}
