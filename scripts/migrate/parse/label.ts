import {MONTH_PATTERN} from './date.ts'

export type Label = 'project' | 'amount' | 'duration' | 'beneficiary' | 'partner'

/** A line of the form `Bedrag: 275.442 euro`. */
export interface LabelLine {
  label: Label
  value: string
  /** The colon is lost and the value stuck to the label: `Amount338.630 euro`. */
  glued: boolean
}

/** The labels of the old pages: newer and older sets, both languages, one attested misspelling. */
const SPELLINGS: readonly [string, Label][] = [
  ['Projecttitel', 'project'],
  ['Project title', 'project'],
  ['Project', 'project'],
  ['Bedrag', 'amount'],
  ['Budget', 'amount'],
  ['Amount', 'amount'],
  ['Duur', 'duration'],
  ['Periode', 'duration'],
  ['Duration', 'duration'],
  ['Period', 'duration'],
  ['Begunstigde', 'beneficiary'],
  ['Begustigde', 'beneficiary'],
  ['Beneficiary', 'beneficiary'],
  ['Partners', 'partner'],
  ['Partner', 'partner'],
]

const WORDS = SPELLINGS.map(([word]) => word).join('|')
const WITH_COLON = new RegExp(String.raw`^(?<word>${WORDS})\s*:\s*(?<value>.*)$`, 'i')
/** After the bare label something that cannot continue the word: a capital, a figure, a sign or a month. */
const GLUED = new RegExp(
  String.raw`^(?<word>${WORDS})(?<value>(?:[\p{Lu}\d€‘“'"(]|(?:${MONTH_PATTERN})\b).*)$`,
  'u',
)

/** Reads a label line; undefined for any other text (`Projecten 2018-2019:`, `Partnerland`). */
export function readLabel(text: string): LabelLine | undefined {
  const line = text.replace(/\s+/g, ' ').trim()
  const groups = WITH_COLON.exec(line)?.groups ?? GLUED.exec(line)?.groups
  if (!groups) return undefined
  const {word = '', value = ''} = groups
  const label = SPELLINGS.find(([spelling]) => spelling.toLowerCase() === word.toLowerCase())?.[1]
  return label && {label, value: value.trim(), glued: !WITH_COLON.test(line)}
}
