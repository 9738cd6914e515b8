import type {ActivityFile, IatiElement} from '../extract/iati.ts'
import type {Candidate, JsonObject, Origins, Rejection, SourcePlace} from '../model.ts'
import {inLanguage} from '../origins.ts'
import {isMadeShare} from '../../../site/data/iatiShares.ts'
import {slugOf} from '../parse/slug.ts'
import {amountOfActivity} from './activityAmount.ts'
import {DATES, periodOfActivity} from './activityPeriod.ts'
import {inEachLanguage, LANGUAGES, takeWords, wordsOf} from './activityWords.ts'
import {organisationCandidate, organisationKey} from './organisations.ts'
import {countryCodeOf, placeCandidate, placeKey} from './places.ts'
import {plainText} from './portableText.ts'
import {placeOf, readActivity, type ReadActivity} from './readActivity.ts'
import {item, localised, referenceTo} from './shapes.ts'

export interface MappedActivities {
  candidates: Candidate[]
  rejected: Rejection[]
  /** Locators of the elements that a document took. */
  taken: Set<IatiElement>
}

const ROLES: Record<string, string> = {
  '1': 'funding',
  '2': 'accountable',
  '3': 'extending',
  '4': 'implementing',
}
const OVERRIDES: Record<string, string> = {'5': 'cancelled', '6': 'suspended'}
const DAC_FIVE_DIGITS = '1'
const SDG_TARGETS = '3'

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
    const read = readActivity(activity, at, mapped.taken)
    if (read.all('title').every((title) => wordsOf(title).length === 0)) {
      const reason = 'The activity has no title in Dutch or English: add one in the file.'
      mapped.rejected.push({...at, code: 'title-missing', reason})
      continue
    }
    mapped.candidates.push(...candidatesOf(read, sha256))
  }
  return mapped
}

function candidatesOf(read: ReadActivity, sha256: string): Candidate[] {
  const {activity, source, all, take} = read
  const titles = takeWords(all('title'), 'title', read)
  const descriptions = (type: string) =>
    takeWords(
      all('description').filter(({attributes}) => (attributes['type'] ?? '1') === type),
      'description',
      read,
    )
  // A description that only repeats the title is there because IATI asks for one.
  const general = descriptions('1').filter(({text}) => titles.every((title) => title.text !== text))
  const objectives = descriptions('2')
  const parties = take(
    all('participating-org').filter(
      ({attributes, narratives: names}) => ROLES[attributes['role'] ?? ''] && names.length > 0,
    ),
  ).map((element) => ({
    name: (element.narratives.find(({language}) => language === 'en') ?? element.narratives[0])?.text ?? '',
    role: ROLES[element.attributes['role'] ?? ''] ?? '',
    source: {...source, locator: element.locator},
  }))
  const countries = countriesOf(read)
  const amount = amountOfActivity(read)
  const period = periodOfActivity(read)
  const sectors = take(
    all('sector').filter(({attributes}) => (attributes['vocabulary'] ?? '1') === DAC_FIVE_DIGITS),
  )
  const targets = take(all('tag').filter(({attributes}) => attributes['vocabulary'] === SDG_TARGETS))
  const status = OVERRIDES[take(all('activity-status'))[0]?.attributes['code'] ?? '']
  const fields: JsonObject = {
    title: inEachLanguage(titles, (language, words) => localised('String', language, words)),
    ...nonEmpty(
      'description',
      inEachLanguage(general, (language, words) =>
        localised('BlockContent', language, plainText(words, `description.${language}`)),
      ),
    ),
    ...nonEmpty(
      'objective',
      inEachLanguage(objectives, (language, words) => localised('Text', language, words)),
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
      origins: originsIn(read),
      defaults: {channel: 'unknown', slug: {_type: 'slug', current: slugOf(slugWords)}},
      supporting: false,
      rank: 1,
      urls: [],
      source,
      sha256,
      warnings: [
        ...read.warnings,
        {
          code: 'channel-unknown',
          message: 'An IATI activity does not say whether the trust fund pays: choose the channel.',
          source,
        },
      ],
    },
    ...countries.flatMap(({code, element: {locator}}) => placeCandidate(code, {...source, locator}, sha256)),
    ...parties.map(({name, source: place}) => organisationCandidate(name, 'en', place, sha256)),
  ]
}

/** The lines of the elements that each value was taken from. */
function originsIn({source, all, isTaken}: ReadActivity): Origins {
  const lines = (name: string, matches: (attributes: Record<string, string>) => boolean = () => true) =>
    all(name)
      .filter((element) => isTaken(element) && matches(element.attributes))
      .map((element) => placeOf(source, name, element))
  const words = (field: string, places: SourcePlace[]): Origins =>
    Object.fromEntries(LANGUAGES.map((language) => [inLanguage(field, language), places]))
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
    amount: [...lines('transaction'), ...lines('budget')],
    statusOverride: lines('activity-status'),
    sectors: lines('sector'),
    sustainableDevelopmentTargets: lines('tag', ({vocabulary}) => vocabulary === SDG_TARGETS),
    places: lines('recipient-country'),
    participations: lines('participating-org'),
  }
}

interface Country {
  code: string
  element: IatiElement
}

/** The countries that an activity names; a code that no country has is told and not taken. */
function countriesOf(read: ReadActivity): Country[] {
  const name = 'recipient-country'
  return read.all(name).flatMap((element) => {
    const {code: written = ''} = element.attributes
    const code = countryCodeOf(written)
    if (!code) {
      const message = `"${written}" is no country code of ISO 3166-1: correct it in the file, or add the place by hand.`
      read.warn('place-unknown', message, {name, element})
      return []
    }
    read.take([element])
    return [{code, element}]
  })
}

function placeShare({code, element: {attributes, narratives: notes}}: Country): JsonObject {
  const {percentage} = attributes
  const share = Number(percentage)
  return item('places', {
    _type: 'placeShare',
    place: referenceTo('place', placeKey(code)),
    ...(percentage !== undefined && Number.isFinite(share) && !isMadeShare(notes[0]?.text)
      ? {percentage: share}
      : {}),
  })
}

function nonEmpty<T>(name: string, values: T[]): Record<string, T[]> {
  return values.length > 0 ? {[name]: values} : {}
}
