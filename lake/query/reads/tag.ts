import type {SubjectKind} from './subjects.ts'

const SEEDS: Readonly<Record<SubjectKind | 'everything', number>> = {
  everything: 0,
  type: 0x1b56c4e9,
  id: 0x2545f491,
  slug: 0x6a09e667,
  reference: 0x3c6ef372,
}
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
/** Text for twelve bits. */
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))

/**
 * The sync tag of documents by a type, an id, a slug or a reference: opaque, and short and quickly
 * made, since answers carry many. Two things with one tag would only be fetched once too often.
 */
export function tagOf(kind: SubjectKind | 'everything', text: string): string {
  let a = 0xdeadbeef ^ SEEDS[kind]
  let b = 0x41c6ce57 ^ SEEDS[kind]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return `s1:${pair(a)}${pair(a >>> 12)}${pair(b)}${pair(b >>> 12)}`
}

const pair = (bits: number): string => PAIRS[bits & 0xfff] ?? ''

/** The tag of all documents: every change bears it. */
export const EVERYTHING_TAG = tagOf('everything', '')
