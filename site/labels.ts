import type {Words} from './words/words.ts'

type WordKey = keyof Words

const STATUS: Record<string, WordKey> = {
  planned: 'statusPlanned',
  running: 'statusRunning',
  closed: 'statusClosed',
  cancelled: 'statusCancelled',
  suspended: 'statusSuspended',
}

const CHANNEL: Record<string, WordKey> = {
  trustFund: 'channelTrustFund',
  bilateral: 'channelBilateral',
  coreOrSupplementary: 'channelCoreOrSupplementary',
}

const SCOPE: Record<string, WordKey> = {
  global: 'scopeGlobal',
  regional: 'scopeRegional',
  national: 'scopeNational',
  subnational: 'scopeSubnational',
}

const ROLE: Record<string, WordKey> = {
  funding: 'roleFunding',
  accountable: 'roleAccountable',
  extending: 'roleExtending',
  implementing: 'roleImplementing',
  beneficiary: 'roleBeneficiary',
  partner: 'rolePartner',
}

const SCHEME: Record<string, WordKey> = {
  iati: 'schemeIati',
  ilo: 'schemeIlo',
  flanders: 'schemeFlanders',
  dacAgency: 'schemeDacAgency',
  dacChannel: 'schemeDacChannel',
  iloEvaluation: 'schemeIloEvaluation',
}

/** The words for a value of a closed list, `''` for one that is not on it. */
function label(list: Record<string, WordKey>, value: string | null | undefined, words: Words): string {
  const key = value && Object.hasOwn(list, value) ? list[value] : undefined
  const text = key && words[key]
  return typeof text === 'string' ? text : ''
}

export const statusText = (status: string | null | undefined, words: Words): string =>
  label(STATUS, status, words) || words.statusUnknown

export const channelText = (channel: string | null | undefined, words: Words): string =>
  label(CHANNEL, channel, words) || words.channelUnknown

export const scopeText = (scope: string | null | undefined, words: Words): string =>
  label(SCOPE, scope, words)

export const roleText = (role: string | null | undefined, words: Words): string => label(ROLE, role, words)

/** Codes of others with whose they are; a list of codes that the site has no words for goes by its own name. */
export function codesText(
  codes: readonly {scheme: string | null; value: string | null}[] | null,
  words: Words,
): string {
  return (codes ?? [])
    .map(({scheme, value}) => `${value} (${label(SCHEME, scheme, words) || scheme})`)
    .join(', ')
}

/** The words for a type of document, for lists that mix them. */
export function typeText(type: string, words: Words): string {
  const text = Object.hasOwn(words, type) ? words[type as WordKey] : ''
  return typeof text === 'string' ? text : ''
}
