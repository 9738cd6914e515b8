import {type Value, isObject} from './value.ts'

/** What parts words, in texts; a pattern keeps its `*`. */
const SEPARATORS = '!@#$%^&*(),\\/?";:{}|[]+<>-'
const EDGE_DOTS = /\b\.+|\.+\b/g
/** Letters whose case needs more than `toLowerCase` are all outside of these. */
const UNUSUAL = /[^ -~\s]/
const SPACE = /\s/

/** Whether each ASCII character parts words. */
const PARTS = Array.from({length: 128}, (_, code) => {
  const letter = String.fromCharCode(code)
  return SEPARATORS.includes(letter) || SPACE.test(letter)
})

/** Whether the letter at a place parts words. */
export function isSeparator(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? PARTS[code] === true : SPACE.test(text.charAt(at))
}

/** Folds case as a case-insensitive regular expression does: letter by letter. */
function foldCase(text: string): string {
  if (!UNUSUAL.test(text)) return text.toLowerCase()
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += foldLetter(text.charAt(i))
  return folded
}

function foldLetter(letter: string): string {
  if (letter <= '\u007f') return letter.toLowerCase()
  const upper = letter.toUpperCase()
  return upper.length === 1 && upper > '\u007f' ? upper : letter
}

/** A text as its words are read: folded, without dots at the edges of words. */
export const readable = (text: string): string =>
  foldCase(text.includes('.') ? text.replace(EDGE_DOTS, '') : text)

/** Adds the words of a text. */
export function addTokens(text: string, into: string[]): void {
  const letters = readable(text)
  let start = -1
  for (let at = 0; at < letters.length; at++) {
    if (!isSeparator(letters, at)) {
      if (start === -1) start = at
    } else if (start !== -1) {
      into.push(letters.slice(start, at))
      start = -1
    }
  }
  if (start !== -1) into.push(letters.slice(start))
}

/** The words of a text in order. */
export function tokenize(text: string): string[] {
  const tokens: string[] = []
  addTokens(text, tokens)
  return tokens
}

/** The strings that `match` looks at: a string, or those in an array. */
export function textsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/**
 * All strings in a value at any depth, as `text::query()` looks at them: not those in attributes
 * that the lake or the Studio write for themselves.
 */
export function allTextsOf(value: Value, into: string[] = []): string[] {
  if (typeof value === 'string') into.push(value)
  else if (Array.isArray(value)) for (const item of value) allTextsOf(item, into)
  else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      if (!name.startsWith('_')) allTextsOf(value[name] ?? null, into)
    }
  }
  return into
}
