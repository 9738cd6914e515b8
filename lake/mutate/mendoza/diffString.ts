import type {Json} from '../../model/document.ts'
import {Op} from './opcodes.ts'

/**
 * What rebuilds `after` from the ends that it shares with `before`. There are never slices from the
 * middle: npm `mendoza` mistakes their end when characters of several bytes precede them.
 */
export function diffString(before: string, after: string): Json[] {
  const shortest = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shortest && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++
  if (endsInsidePair(before, prefix) || endsInsidePair(after, prefix)) prefix--

  let suffix = 0
  while (
    suffix < shortest - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++
  }
  if (endsInsidePair(before, before.length - suffix) || endsInsidePair(after, after.length - suffix)) suffix--

  const inserted = after.slice(prefix, after.length - suffix)
  const size = byteLength(before)
  return [
    ...(prefix > 0 ? [Op.stringAppendSlice, 0, byteLength(before.slice(0, prefix))] : []),
    ...(inserted === '' ? [] : [Op.stringAppendString, inserted]),
    ...(suffix > 0
      ? [Op.stringAppendSlice, size - byteLength(before.slice(before.length - suffix)), size]
      : []),
  ]
}

/** Whether `position` lies between the two halves of a character beyond U+FFFF. */
function endsInsidePair(text: string, position: number): boolean {
  return position > 0 && position < text.length && (text.codePointAt(position - 1) ?? 0) > 0xffff
}

/** Bytes in UTF-8, where half a pair counts three, as it does for the decoder. */
function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code > 0xffff) bytes += 4
    else if (code > 0x7ff) bytes += 3
    else if (code > 0x7f) bytes += 2
    else bytes += 1
  }
  return bytes
}
