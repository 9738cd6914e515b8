import type {Subject} from './subjects.ts'

/**
 * The sync tag of a subject: opaque, and short, since answers carry many. Two subjects with one tag
 * would only be fetched once too often.
 */
export function tagOf(subject: Subject): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < subject.length; at++) {
    const unit = subject.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return `s1:${((b & 0x1fffff) * 4294967296 + (a >>> 0)).toString(36)}`
}
