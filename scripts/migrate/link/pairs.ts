import * as z from 'zod'

import {wordsOfBlock} from '../../../schemas/values/table.ts'
import {isObject} from '../merge/same.ts'
import type {Candidate, Json, Warning} from '../model.ts'
import {canonicalUrl} from '../parse/webAddress.ts'

const member = z.strictObject({
  /** The natural key by which the migration knows the page. */
  key: z.string(),
  file: z.string(),
  title: z.string(),
})

/** Two pages that seem to say the same in Dutch and English. A person confirms them, or not. */
export const pairSchema = z.strictObject({
  type: z.enum(['newsItem', 'page']),
  nl: member,
  en: member,
  reasons: z.array(z.string()),
  confirmed: z.boolean(),
})
export type Pair = z.infer<typeof pairSchema>

/** Candidates of which the pairs that a person confirmed are one thing. */
export function withConfirmedPairs(candidates: readonly Candidate[], pairs: readonly Pair[]): Candidate[] {
  const dutchKeys = new Map(
    pairs.filter(({confirmed}) => confirmed).map(({type, nl, en}) => [`${type}|${en.key}`, nl.key]),
  )
  return candidates.map((candidate) => {
    const dutch = candidate.keys
      .map((key) => dutchKeys.get(`${candidate.type}|${key}`))
      .find((key) => key !== undefined)
    return dutch === undefined ? candidate : {...candidate, keys: [...candidate.keys, dutch]}
  })
}

/** How much a reason says; a pair needs as much as a day or the figures say. */
const LEAST_WEIGHT = 2

interface Reason {
  weight: number
  words: string
}

/**
 * Suggests which pages are one in two languages: each is the best match of the other, and nothing else
 * matches as well.
 */
export function suggestPairs(candidates: readonly Candidate[]): Pair[] {
  const sides = candidates.flatMap((candidate) => sideOf(candidate) ?? [])
  const matches = sides
    .filter(({language}) => language === 'nl')
    .flatMap((nl) =>
      sides
        .filter(({language, type}) => language === 'en' && type === nl.type)
        .map((en) => ({nl, en, reasons: reasonsFor(nl, en)})),
    )
    .map((match) => ({...match, weight: match.reasons.reduce((total, {weight}) => total + weight, 0)}))
    .filter(({weight}) => weight >= LEAST_WEIGHT)
  return matches
    .filter((match) =>
      matches.every(
        (other) =>
          other === match || (other.nl !== match.nl && other.en !== match.en) || other.weight < match.weight,
      ),
    )
    .map(({nl, en, reasons}) => ({
      type: nl.type,
      nl: nl.member,
      en: en.member,
      reasons: reasons.map(({words}) => words),
      confirmed: false,
    }))
}

/** Tells both pages of a suggested pair that they stay apart until it is confirmed. */
export function withPairWarnings(candidates: readonly Candidate[], pairs: readonly Pair[]): Candidate[] {
  const others = new Map<string, {other: Pair['nl']; language: string; reasons: string[]}>(
    pairs.flatMap(({type, nl, en, reasons}) => [
      [`${type}|${nl.key}`, {other: en, language: 'English', reasons}],
      [`${type}|${en.key}`, {other: nl, language: 'Dutch', reasons}],
    ]),
  )
  return candidates.map((candidate) => {
    const found = others.get(`${candidate.type}|${candidate.keys[0]}`)
    if (!found) return candidate
    const {other, language, reasons} = found
    const warning: Warning = {
      code: 'pair-unconfirmed',
      message: `${other.file} seems to be its ${language} (${reasons.join('; ')}): they stay two documents until a person confirms the pair.`,
      source: candidate.source,
    }
    return {...candidate, warnings: [...candidate.warnings, warning]}
  })
}

interface Side {
  type: Pair['type']
  language: 'nl' | 'en'
  member: Pair['nl']
  urls: string[]
  alternates: string[]
  publishedOn?: string
  figures: Set<string>
}

/** What may pair a page; nothing for what has words in both languages, or is no page. */
function sideOf({type, keys, fields, source, urls, alternates = []}: Candidate): Side | undefined {
  if (type !== 'newsItem' && type !== 'page') return undefined
  const titles = Array.isArray(fields['title']) ? fields['title'].filter(isObject) : []
  const [title] = titles
  const language = title?.['language']
  if (titles.length !== 1 || (language !== 'nl' && language !== 'en')) return undefined
  const {publishedOn} = fields
  const words = title?.['value']
  return {
    type,
    language,
    member: {key: keys[0] ?? '', file: source.file, title: typeof words === 'string' ? words : ''},
    urls,
    alternates,
    ...(typeof publishedOn === 'string' ? {publishedOn} : {}),
    figures: figuresIn(fields['body'] ?? null),
  }
}

function reasonsFor(nl: Side, en: Side): Reason[] {
  const reasons: Reason[] = []
  if (pointsTo(nl, en) || pointsTo(en, nl)) {
    reasons.push({weight: 4, words: 'the page names the other as its translation'})
  }
  if (nameWithoutLanguage(nl.member.file) === nameWithoutLanguage(en.member.file)) {
    reasons.push({weight: 3, words: 'the files have one name but for the language'})
  }
  if (nl.publishedOn !== undefined && nl.publishedOn === en.publishedOn) {
    reasons.push({weight: 2, words: `both are of ${nl.publishedOn}`})
  }
  const common = [...nl.figures].filter((figure) => en.figures.has(figure))
  if (common.length > 0 && common.length * 2 >= Math.max(nl.figures.size, en.figures.size)) {
    reasons.push({weight: 2, words: `both name ${common.slice(0, 3).join(', ')}`})
  }
  return reasons
}

function pointsTo({alternates}: Side, {urls}: Side): boolean {
  return alternates.some((href) => urls.includes(canonicalUrl(href) ?? ''))
}

/** A file's path without what tells the language; the path itself when nothing does. */
function nameWithoutLanguage(file: string): string {
  return file
    .toLowerCase()
    .replaceAll(/(?<=^|[/._-])(?:nl|en|dutch|english|nederlands|engels)(?=[/._-])/g, '*')
}

/** The numbers of a text by their digits, whichever way thousands are written; years tell nothing. */
function figuresIn(value: Json): Set<string> {
  const numbers = wordsIn(value).match(/\d[\d.,]*\d/g) ?? []
  return new Set(
    numbers
      .map((number) => number.replace(/[.,]\d{2}$/, '').replaceAll(/\D/g, ''))
      .filter((digits) => digits.length >= 3 && !/^(?:19|20)\d\d$/.test(digits)),
  )
}

function wordsIn(value: Json): string {
  if (Array.isArray(value)) return value.map(wordsIn).join(' ')
  if (!isObject(value)) return ''
  return 'value' in value ? wordsIn(value['value'] ?? null) : wordsOfBlock(value)
}
