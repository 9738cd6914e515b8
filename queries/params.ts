import * as z from 'zod/mini'

import type {Language} from '../schemas/languages.ts'

/** The languages that content is kept in. */
export const languages = ['nl', 'en'] as const satisfies readonly Language[]

/** The parameters that questions share. They check what comes from an address or a form. */
export const language = z.enum(languages)
export const slug = z.string().check(z.minLength(1), z.maxLength(200))
export const optionalSlug = z._default(z.nullable(slug), null)

/** Text that may have come as a number, such as a year from a command line. */
const text = z.pipe(z.union([z.string(), z.number()]), z.transform(String))

export const optionalYear = z._default(z.nullable(z.pipe(text, z.string().check(z.regex(/^\d{4}$/)))), null)

/** The day that `status` is told for. */
export const today = z._default(z.iso.date(), () => new Date().toISOString().slice(0, 10))

/** The slice of a list: from its first item, before its last. */
export const from = z._default(z.int().check(z.minimum(0)), 0)
export const to = z._default(z.int().check(z.minimum(0)), 1000)

/**
 * What a person typed, as a pattern for GROQ's `match`: each word must begin a word of the document.
 * `''` matches everything.
 */
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
