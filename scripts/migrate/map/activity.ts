import type {Activity, ActivityFile, IatiElement} from '../extract/iati.ts'
import type {Candidate, JsonObject, Origins, Rejection, SourcePlace, Warning} from '../model.ts'
import {inLanguage} from '../origins.ts'
import {isMadeShare} from '../../../site/data/iatiShares.ts'
import {type DateReading, readDate} from '../parse/date.ts'
import {currencyOf} from '../parse/money.ts'
import {slugOf} from '../parse/slug.ts'
import {organisationCandidate, organisationKey} from './organisations.ts'
import {placeCandidate, placeKey} from './places.ts'
import {plainText} from './portableText.ts'
import {item, localised, partialDate, referenceTo} from './shapes.ts'

export interface MappedActivities {
  candidates: Candidate[]
  rejected: Rejection[]
  /** Locators of the elements that a document took. */
  taken: Set<IatiElement>
}

const LANGUAGES = ['nl', 'en'] as const
const ROLES: Record<string, string> = {
  '1': 'funding',
  '2': 'accountable',
  '3': 'extending',
  '4': 'implementing',
}
const DATES: Record<string, string> = {
  '1': 'plannedStart',
  '2': 'actualStart',
  '3': 'plannedEnd',
  '4': 'actualEnd',
}
const OVERRIDES: Record<string, string> = {'5': 'cancelled', '6': 'suspended'}
const DAC_FIVE_DIGITS = '1'
const SDG_TARGETS = '3'
const COMMITMENT = '2'

/** Every activity of a file as a project, with the organisations and countries that it names. */
export function mapActivities({activities, source, sha256}: ActivityFile): MappedActivities {
  const mapped: MappedActivities = {candidates: [], rejected: [], taken: new Set()}
  for (const activity of activities) {
    const at = {...source, locator: activity.locator}
    if (activity.identifier === '') {
      mapped.rejected.push({
        ...at,
        code: 'identifier-missing',
        reason: 'The activity has no iati-identifier.',
      })
      continue
    }
    if (allOf(activity, 'title').every(({narratives}) => narratives.length === 0)) {
      mapped.rejected.push({...at, code: 'title-missing', reason: 'The activity has no title.'})
      continue
    }
    mapped.candidates.push(...candidatesOf(activity, at, sha256, mapped.taken))
  }
  return mapped
}

function candidatesOf(
  activity: Activity,
  source: SourcePlace,
  sha256: string,
  taken: Set<IatiElement>,
): Candidate[] {
  const warnings: Warning[] = []
  const take = (elements: IatiElement[]): IatiElement[] => {
    for (const element of elements) taken.add(element)
    return elements
  }
  const titles = narratives(take(allOf(activity, 'title')))
  const descriptions = allOf(activity, 'description')
  // A description that only repeats the title is there because IATI asks for one.
  const general = narratives(
    take(descriptions.filter(({attributes}) => (attributes['type'] ?? '1') === '1')),
  ).filter(({text}) => titles.every((title) => title.text !== text))
  const objectives = narratives(take(descriptions.filter(({attributes}) => attributes['type'] === '2')))
  const parties = take(
    allOf(activity, 'participating-org').filter(
      ({attributes, narratives: names}) => ROLES[attributes['role'] ?? ''] && names.length > 0,
    ),
  ).map((element) => ({
    name: (element.narratives.find(({language}) => language === 'en') ?? element.narratives[0])?.text ?? '',
    role: ROLES[element.attributes['role'] ?? ''] ?? '',
    source: {...source, locator: element.locator},
  }))
  const countries = take(allOf(activity, 'recipient-country').filter(({attributes}) => attributes['code']))
  const amount = amountOf(activity, source, warnings, take)
  const period = periodOf(take(allOf(activity, 'activity-date')))
  const sectors = take(
    allOf(activity, 'sector').filter(({attributes}) => (attributes['vocabulary'] ?? '1') === DAC_FIVE_DIGITS),
  )
  const targets = take(
    allOf(activity, 'tag').filter(({attributes}) => attributes['vocabulary'] === SDG_TARGETS),
  )
  const status = OVERRIDES[take(allOf(activity, 'activity-status'))[0]?.attributes['code'] ?? '']
  const fields: JsonObject = {
    title: LANGUAGES.flatMap((language) =>
      wordsIn(titles, language, (words) => localised('String', language, words)),
    ),
    ...nonEmpty(
      'description',
      LANGUAGES.flatMap((language) =>
        wordsIn(general, language, (words) =>
          localised('BlockContent', language, plainText(words, `description.${language}`)),
        ),
      ),
    ),
    ...nonEmpty(
      'objective',
      LANGUAGES.flatMap((language) =>
        wordsIn(objectives, language, (words) => localised('Text', language, words)),
      ),
    ),
    ...(amount ? {amount} : {}),
    ...(period ? {period} : {}),
    ...(status ? {statusOverride: status} : {}),
    ...nonEmpty(
      'sectors',
      sectors.map(({attributes}) => attributes['code'] ?? ''),
    ),
    ...nonEmpty(
      'sustainableDevelopmentTargets',
      targets.map(({attributes}) => attributes['code'] ?? ''),
    ),
    ...nonEmpty('places', countries.map(placeShare)),
    ...nonEmpty(
      'participations',
      parties.map(({name, role}) =>
        item('participations', {
          _type: 'participation',
          organisation: referenceTo('organisation', organisationKey(name)),
          role,
        }),
      ),
    ),
    externalIds: [item('externalIds', {_type: 'externalId', scheme: 'iati', value: activity.identifier})],
  }
  const slugWords = (titles.find(({language}) => language === 'en') ?? titles[0])?.text ?? activity.identifier
  return [
    {
      type: 'project',
      keys: [`iati:${activity.identifier}`],
      fields,
      origins: originsIn(activity, source),
      defaults: {channel: 'unknown', slug: {_type: 'slug', current: slugOf(slugWords)}},
      supporting: false,
      rank: 1,
      urls: [],
      source,
      sha256,
      warnings: [
        ...warnings,
        {
          code: 'channel-unknown',
          message: 'An IATI activity does not say whether the trust fund pays: choose the channel.',
          source,
        },
      ],
    },
    ...countries.flatMap(({attributes, locator}) =>
      placeCandidate(attributes['code'] ?? '', {...source, locator}, sha256),
    ),
    ...parties.map(({name, source: place}) => organisationCandidate(name, 'en', place, sha256)),
  ]
}

/** The lines of the elements that hold each value. */
function originsIn(activity: Activity, source: SourcePlace): Origins {
  const lines = (name: string, matches: (attributes: Record<string, string>) => boolean = () => true) =>
    allOf(activity, name)
      .filter(({attributes}) => matches(attributes))
      .map(({locator}) => ({...source, locator: `${locator}, ${name}`}))
  const words = (field: string, places: SourcePlace[]): Origins =>
    Object.fromEntries(LANGUAGES.map((language) => [inLanguage(field, language), places]))
  const commitments = allOf(activity, 'transaction').some(
    ({codes}) => codes['transaction-type'] === COMMITMENT,
  )
  return {
    ...words('title', lines('title')),
    ...words(
      'description',
      lines('description', ({type = '1'}) => type === '1'),
    ),
    ...words(
      'objective',
      lines('description', ({type}) => type === '2'),
    ),
    ...Object.fromEntries(
      Object.entries(DATES).map(([code, name]) => [
        `period.${name}`,
        lines('activity-date', ({type}) => type === code),
      ]),
    ),
    amount: lines(commitments ? 'transaction' : 'budget'),
    statusOverride: lines('activity-status'),
    sectors: lines('sector'),
    sustainableDevelopmentTargets: lines('tag', ({vocabulary}) => vocabulary === SDG_TARGETS),
    places: lines('recipient-country'),
    participations: lines('participating-org'),
  }
}

/** What was committed, else what was budgeted; two currencies are not added up. */
function amountOf(
  activity: Activity,
  source: SourcePlace,
  warnings: Warning[],
  take: (elements: IatiElement[]) => IatiElement[],
): JsonObject | undefined {
  const commitments = allOf(activity, 'transaction').filter(
    ({codes}) => codes['transaction-type'] === COMMITMENT,
  )
  const budgets = allOf(activity, 'budget')
  const elements = take(commitments.length > 0 ? commitments : budgets)
  const values = elements.flatMap(({value}) => (value ? [value] : []))
  const currencies = new Set(values.map((value) => currencyOf(value.currency)))
  const [currency] = currencies
  if (values.length === 0) return undefined
  if (currencies.size !== 1 || !currency) {
    warnings.push({
      code: 'currency-unclear',
      message: 'The amounts are in several currencies or in none that is known: add the amount by hand.',
      source,
    })
    return undefined
  }
  const cents = sumOfCents(values)
  const budgeted = sumOfCents(budgets.flatMap(({value}) => (value ? [value] : [])))
  if (commitments.length > 0 && budgets.length > 0 && budgeted !== cents) {
    warnings.push({
      code: 'amounts-differ',
      message: `Commitments add up to ${cents / 100}, budgets to ${budgeted / 100}; the commitments are taken.`,
      source,
    })
  }
  return {_type: 'money', amount: cents / 100, currency}
}

function sumOfCents(values: {amount: string}[]): number {
  return values.reduce((total, {amount}) => total + Math.round(Number(amount) * 100), 0)
}

function periodOf(dates: IatiElement[]): JsonObject | undefined {
  const entries = dates.flatMap(({attributes, narratives: notes}): [string, JsonObject][] => {
    const name = DATES[attributes['type'] ?? '']
    const date = knownPart(readDate(attributes['iso-date'] ?? ''), notes[0]?.text)
    return name && date ? [[name, partialDate(date)]] : []
  })
  return entries.length > 0 ? {_type: 'projectPeriod', ...Object.fromEntries(entries)} : undefined
}

/** IATI wants days; a note that says only the year or month of it, as our own export writes, is what is known. */
function knownPart(day: DateReading | undefined, note: string | undefined): DateReading | undefined {
  const noted = readDate(note ?? '')
  return day && noted && day.value.startsWith(noted.value) ? noted : day
}

function placeShare({attributes: {code = '', percentage}, narratives: notes}: IatiElement): JsonObject {
  const share = Number(percentage)
  return item('places', {
    _type: 'placeShare',
    place: referenceTo('place', placeKey(code)),
    ...(percentage !== undefined && Number.isFinite(share) && !isMadeShare(notes[0]?.text)
      ? {percentage: share}
      : {}),
  })
}

function allOf({elements}: Activity, name: string): IatiElement[] {
  return elements.get(name) ?? []
}

function narratives(elements: IatiElement[]) {
  return elements.flatMap((element) => element.narratives)
}

function wordsIn<T>(
  all: {language: string; text: string}[],
  language: string,
  make: (words: string) => T[],
): T[] {
  const words = all.filter((narrative) => narrative.language === language).map(({text}) => text)
  return words.length > 0 ? make(words.join('\n')) : []
}

function nonEmpty<T>(name: string, values: T[]): Record<string, T[]> {
  return values.length > 0 ? {[name]: values} : {}
}
