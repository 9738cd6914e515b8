import * as z from 'zod/mini'

import type {Language} from '../schemas/languages.ts'

/** The languages that content is kept in. */
export const languages = ['nl', 'en'] as const satisfies readonly Language[]

// The parameters that questions share. They check what comes from an address or a form, and their
// docstrings are what the API reference says of them.

/** The language to have words in; where one is missing, the other is given. */
export const language = z.enum(languages)

/** The slug of the document: the last part of the address of its page. */
export const slug = z.string().check(z.minLength(1), z.maxLength(200))

/** The slug of what to filter by. */
export const optionalSlug = z._default(z.nullable(slug), null)

/** Text that may have come as a number, such as a year from a command line. */
const text = z.pipe(z.union([z.string(), z.number()]), z.transform(String))

/** A year of four digits, as text or number. */
export const optionalYear = z._default(z.nullable(z.pipe(text, z.string().check(z.regex(/^\d{4}$/)))), null)

/** The day (`2026-11-24`) that the status of projects is told for. */
export const today = z._default(z.iso.date(), () => new Date().toISOString().slice(0, 10))

/** Where the slice of the list begins: 0 for the first item. */
export const from = z._default(z.int().check(z.minimum(0)), 0)

/** Where the slice ends: the item of this number is not in it. */
export const to = z._default(z.int().check(z.minimum(0)), 1000)

/** What a person typed: each word must begin a word of the document. `''` matches everything. */
export const words = z._default(
  z.pipe(z.pipe(text, z.string().check(z.maxLength(200))), z.transform(matchPattern)),
  '',
)

/** `tea mal` → `tea* mal*`, without the characters that `match` reads as wildcards. */
export function matchPattern(text: string): string {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => `${word}*`)
    .join(' ')
}
