import type {Answer} from '../../queries/index.ts'
import {equalShare, sharesOf} from './iatiShares.ts'
import {xmlText} from './xml.ts'

type Project = Answer<'activities'>[number]
type Words = readonly {language: string | null; value: string | null}[] | null

/** Who publishes the file: the identifier and type that an IATI publisher registers, and its name. */
export interface Publisher {
  /** An organisation identifier, such as `BE-BCE_KBO-0316380841`. */
  ref: string
  name: string
}

/** The Flemish Community in the Belgian register of enterprises, as reporting organisation of type government. */
export const FLANDERS: Publisher = {ref: 'BE-BCE_KBO-0316380841', name: 'Government of Flanders'}

export interface IatiFile {
  xml: string
  /** Projects that no valid activity can be made of, with the reason. */
  leftOut: {id: string; reason: string}[]
  /** Activities that are there but lack what the rule set asks, or say something otherwise than it was published. */
  incomplete: {id: string; reason: string}[]
}

export interface IatiOptions {
  /** The day of publication, `YYYY-MM-DD`: what happened cannot lie after it. */
  today: string
  publisher?: Publisher
}

const GOVERNMENT = '10'
const ROLES: Readonly<Record<string, string>> = {
  funding: '1',
  accountable: '2',
  extending: '3',
  implementing: '4',
}
const STATUSES: Readonly<Record<string, string>> = {
  planned: '1',
  running: '2',
  closed: '4',
  cancelled: '5',
  suspended: '6',
}
const DATES = [
  ['plannedStart', '1'],
  ['actualStart', '2'],
  ['plannedEnd', '3'],
  ['actualEnd', '4'],
] as const
/** Code list OrganisationType. */
const ORGANISATION_TYPES: Readonly<Record<string, string>> = {
  government: GOVERNMENT,
  governmentDepartment: GOVERNMENT,
  governmentAgency: GOVERNMENT,
  localGovernment: '11',
  representation: GOVERNMENT,
  advisoryCouncil: '15',
  internationalOrganisation: '40',
  iloOffice: '40',
  iloUnit: '40',
  trainingCentre: '80',
  civilSociety: '22',
  company: '70',
}
const RUNNING = '2'
const OUTGOING_COMMITMENT = '2'
const DAC_SECTORS = '1'
const SDG_GOALS = '2'
const SDG_TARGETS = '3'

/**
 * Projects as IATI 2.03 activities, elements in the order of its schema. A year or a month stands as its
 * first day at a start and its last at an end, with what is known as narrative; an actual end in the year or
 * month that still runs stands as today.
 *
 * @see https://iatistandard.org/en/iati-standard/203/activity-standard/
 */
export function toIati(projects: readonly Project[], {today, publisher = FLANDERS}: IatiOptions): IatiFile {
  const leftOut: IatiFile['leftOut'] = []
  const incomplete: IatiFile['incomplete'] = []
  const activities = projects.flatMap((project) => {
    const reason = reasonToLeaveOut(project, today)
    if (reason !== undefined) {
      leftOut.push({id: project.id, reason})
      return []
    }
    incomplete.push(...wanting(project, today).map((one) => ({id: project.id, reason: one})))
    return [activity(project, today, publisher)]
  })
  const generated = projects
    .map(({updatedAt}) => updatedAt)
    .toSorted()
    .at(-1)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03"${generated ? attribute('generated-datetime', generated) : ''}>
${activities.join('\n')}
</iati-activities>
`
  return {xml, leftOut, incomplete}
}

/** What the rule set asks of a good activity and a file is valid without, and what is not said as it was published. */
function wanting(project: Project, today: string): string[] {
  const {dates: known, places, participations, status} = project
  const future = DATES.filter(([name]) => name.startsWith('actual') && firstDay(known?.[name] ?? '') > today)
  const uncoded = (places ?? []).filter((place) => recipients({...project, places: [place]}).length === 0)
  return [
    ...(future.length > 0
      ? [`Its ${future.map(([name]) => name).join(' and ')} is left out: it lies after today.`]
      : []),
    ...(uncoded.length > 0
      ? [
          `${uncoded.length} of its places ${uncoded.length === 1 ? 'is' : 'are'} left out: IATI takes countries and regions with a code.`,
        ]
      : []),
    ...(STATUSES[status ?? ''] === undefined ? ['Its status is not known: it is given as running.'] : []),
    ...(named(participations).length === 0
      ? ['It names no party with a role in IATI: the publisher is given as the one that pays.']
      : []),
    ...((project.sectors ?? []).length === 0 ? ['It has no sector; IATI asks for at least one.'] : []),
    ...(project.amount?.amount && commitment(project, today).length === 0
      ? ['Its amount is left out, since no day up to today is known on which it was promised.']
      : []),
  ]
}

/** What an activity must say. */
function reasonToLeaveOut(
  {titles, dates: known, identifier, slug}: Project,
  today: string,
): string | undefined {
  if (!titles?.some(({value}) => value)) return 'It has no title.'
  if (!known?.plannedStart && !known?.actualStart) {
    return 'It has no start date; IATI asks for the planned or the actual one.'
  }
  if (!known.plannedStart && firstDay(known.actualStart ?? '') > today) {
    return 'Its actual start lies after today: it can only be a planned one.'
  }
  return identifier || slug
    ? undefined
    : 'It has neither an IATI identifier nor a web address to make one of.'
}

function activity(project: Project, today: string, publisher: Publisher): string {
  const {identifier, slug, titles, amount, updatedAt} = project
  const currency = amount?.currency ?? 'EUR'
  const parts = [
    element('iati-identifier', {}, xmlText(identifier ?? `${publisher.ref}-${slug}`)),
    element('reporting-org', {ref: publisher.ref, type: GOVERNMENT}, narrative(publisher.name)),
    element('title', {}, narratives(titles)),
    ...descriptions(project),
    ...participants(project, publisher),
    element('activity-status', {code: STATUSES[project.status ?? ''] ?? RUNNING}),
    ...dates(project, today),
    ...recipients(project),
    ...sectors(project),
    ...(project.goals ?? []).map((goal) => element('tag', {vocabulary: SDG_GOALS, code: String(goal)})),
    ...(project.targets ?? []).map((target) => element('tag', {vocabulary: SDG_TARGETS, code: target})),
    ...commitment(project, today),
  ]
  const attributes = `xml:lang="en"${attribute('default-currency', currency)}${attribute('last-updated-datetime', updatedAt)}`
  return `<iati-activity ${attributes}>\n${parts.join('\n')}\n</iati-activity>`
}

/** IATI asks for one description; a project without any is described by its title. */
function descriptions({titles, descriptions: general, objectives}: Project): string[] {
  const said = [
    ...(hasWords(general) ? [element('description', {type: '1'}, narratives(general))] : []),
    ...(hasWords(objectives) ? [element('description', {type: '2'}, narratives(objectives))] : []),
  ]
  return said.length > 0 ? said : [element('description', {type: '1'}, narratives(titles))]
}

/** IATI asks for one party; what nobody is named for, the publisher pays. */
function participants({participations}: Project, publisher: Publisher): string[] {
  const parties = named(participations)
  if (parties.length > 0) return parties
  return [
    element(
      'participating-org',
      {role: '1', type: GOVERNMENT, ref: publisher.ref},
      narrative(publisher.name),
    ),
  ]
}

/** The parties that have a role of IATI. */
function named(participations: Project['participations']): string[] {
  return (participations ?? []).flatMap(({role, kind, names}) => {
    const code = ROLES[role ?? '']
    if (code === undefined || !hasWords(names)) return []
    const type = ORGANISATION_TYPES[kind ?? '']
    return [element('participating-org', {role: code, ...(type ? {type} : {})}, narratives(names))]
  })
}

function dates({dates: known}: Project, today: string): string[] {
  return DATES.flatMap(([name, type]) => {
    const value = known?.[name]
    const isActual = name.startsWith('actual')
    // What is said to have happened after today has not.
    if (!value || (isActual && firstDay(value) > today)) return []
    const whole = name.endsWith('Start') ? firstDay(value) : lastDay(value)
    const day = isActual && whole > today ? today : whole
    return [element('activity-date', {type, 'iso-date': day}, value === day ? '' : narrative(value))]
  })
}

const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

function lastDay(date: string): string {
  const [year = '', month = '12', day] = date.split('-')
  if (day !== undefined) return date
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

function recipients({places}: Project): string[] {
  const found = (places ?? []).flatMap(({kind, isoCode, dacCode, percentage}) => {
    if (isoCode) return [{name: 'recipient-country', attributes: {code: isoCode}, percentage}]
    if (kind === 'region' && dacCode) {
      return [{name: 'recipient-region', attributes: {code: dacCode, vocabulary: '1'}, percentage}]
    }
    return []
  })
  const shares = sharesOf(found.map(({percentage}) => percentage))
  return found
    .map(({name, attributes}, index) => {
      const {percentage, note} = shares[index] ?? {}
      return element(
        name,
        percentage === undefined ? attributes : {...attributes, percentage},
        note === undefined ? '' : narrative(note),
      )
    })
    .toSorted((a, b) => Number(a.startsWith('<recipient-region')) - Number(b.startsWith('<recipient-region')))
}

function sectors({sectors: codes}: Project): string[] {
  const all = codes ?? []
  return all.map((code, index) =>
    element('sector', {vocabulary: DAC_SECTORS, code, percentage: equalShare(index, all.length)}),
  )
}

/** What was promised, on the day of the decision or, where that is not known, of the start. */
function commitment({amount, decidedOn, dates: known}: Project, today: string): string[] {
  const date = (decidedOn ? [decidedOn] : [known?.actualStart, known?.plannedStart])
    .flatMap((day) => (day ? [firstDay(day)] : []))
    .find((day) => day <= today)
  if (!amount?.amount || !amount.currency || !date) return []
  const inner = [
    element('transaction-type', {code: OUTGOING_COMMITMENT}),
    element('transaction-date', {'iso-date': date}),
    element('value', {currency: amount.currency, 'value-date': date}, String(amount.amount)),
  ]
  return [element('transaction', {}, inner.join(''))]
}

const hasWords = (words: Words): boolean => words?.some(({value}) => value) ?? false

/** English first and without its language, since the activity is in English by default. */
function narratives(words: Words): string {
  return (words ?? [])
    .toSorted((a, b) => Number(b.language === 'en') - Number(a.language === 'en'))
    .flatMap(({language, value}) => (value ? [narrative(value, language ?? 'en')] : []))
    .join('')
}

const narrative = (text: string, language = 'en'): string =>
  element('narrative', language === 'en' ? {} : {'xml:lang': language}, xmlText(text))

function element(name: string, attributes: Readonly<Record<string, string>>, content = ''): string {
  const start = `<${name}${Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join('')}`
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
}

const attribute = (name: string, value: string): string => ` ${name}="${xmlText(value)}"`
