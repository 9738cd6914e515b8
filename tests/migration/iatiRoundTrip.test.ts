/**
 * The projects of content/ out as IATI and in again: what IATI can say comes back as it was.
 *
 * The official schema is not ours to keep: with IATI_SCHEMAS set to a folder that holds version 2.03 of it
 * (https://github.com/IATI/IATI-Schemas), the last test validates against it. Of the standard's rule set
 * (https://github.com/IATI/IATI-Rulesets) every rule on what we export is here, but that an activity should
 * have a sector, which only the office can add: the export tells which ones lack it.
 */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {evaluate, parse} from 'groq-js'
import {XmlDocument, XmlElement, XsdValidator} from 'libxml2-wasm'
import {xmlRegisterFsInputProviders} from 'libxml2-wasm/lib/nodejs.mjs'
import {beforeAll, describe, expect, test} from 'vitest'

import {questions, type Answer} from '../../queries/index.ts'
import {toIati} from '../../site/data/iati.ts'
import {extractIati} from '../../scripts/migrate/extract/iati.ts'
import {mapActivities} from '../../scripts/migrate/map/activity.ts'
import {projectRoot} from '../../scripts/target/environment.ts'

const TODAY = '2026-11-24'
const TYPES = ['project', 'place', 'organisation', 'sustainableDevelopmentGoal']

/** The elements of an activity, in the order of the schema. */
const ORDER = [
  'iati-identifier',
  'reporting-org',
  'title',
  'description',
  'participating-org',
  'activity-status',
  'activity-date',
  'recipient-country',
  'recipient-region',
  'sector',
  'tag',
  'transaction',
]

let projects: Answer<'activities'>
let xml: string
let leftOut: {id: string; reason: string}[]

beforeAll(async () => {
  const files = await Promise.all(
    TYPES.map((type) => readFile(join(projectRoot, 'content', `${type}.ndjson`), 'utf8')),
  )
  const dataset = files.flatMap((text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => ({_updatedAt: '2026-01-01T00:00:00Z', ...JSON.parse(line)})),
  )
  const params = {today: TODAY}
  const value = await evaluate(parse(questions.activities.query, {params}), {dataset, params})
  projects = await value.get()
  ;({xml, leftOut} = toIati(projects, {today: TODAY}))
})

const imported = () => mapActivities(extractIati(xml, {file: 'activities.xml'}, 'hash'))

test('every project with a title and a date is an activity; the others are told', () => {
  expect(projects.length).toBeGreaterThan(10)
  expect(imported().candidates.filter(({type}) => type === 'project')).toHaveLength(
    projects.length - leftOut.length,
  )
  for (const {id, reason} of leftOut) {
    expect(reason).toContain('date')
    expect(projects.find((project) => project.id === id)?.dates ?? {}).toEqual(
      expect.not.objectContaining({plannedStart: expect.any(String)}),
    )
  }
})

test('titles, dates, amounts, countries, sectors and targets come back as they were', () => {
  const {candidates, rejected} = imported()
  expect(rejected).toEqual([])
  const byKey = new Map(candidates.map((candidate) => [candidate.keys[0], candidate.fields]))
  for (const project of projects) {
    if (leftOut.some(({id}) => id === project.id)) continue
    const fields = byKey.get(`iati:${project.identifier ?? `BE-BCE_KBO-0316380841-${project.slug}`}`)
    const words = (list: Answer<'activities'>[number]['titles']) =>
      Object.fromEntries((list ?? []).map(({language, value}) => [language, value]))
    expect(Object.fromEntries(list(fields?.['title']).map(({language, value}) => [language, value]))).toEqual(
      words(project.titles),
    )
    const collapsed = (project.objectives ?? []).map(({value}) => value?.replace(/\s+/g, ' ').trim())
    expect(new Set(list(fields?.['objective']).map(({value}) => value))).toEqual(new Set(collapsed))
    expect(datesOf(fields?.['period'])).toEqual(
      Object.fromEntries(Object.entries(project.dates ?? {}).filter(([, value]) => value !== null)),
    )
    expect(fields?.['amount'] ?? null).toEqual(
      project.amount?.amount ? {_type: 'money', ...project.amount} : null,
    )
    expect(list(fields?.['places']).map((share) => share['percentage'] ?? null)).toEqual(
      (project.places ?? []).filter(({isoCode}) => isoCode).map(({percentage}) => percentage),
    )
    expect(list(fields?.['sectors'])).toEqual(project.sectors ?? [])
    expect(list(fields?.['sustainableDevelopmentTargets'])).toEqual(project.targets ?? [])
  }
})

describe('each activity', () => {
  test('has its elements in the order of the schema, with shares that add up to 100', () => {
    const document = XmlDocument.fromString(xml)
    try {
      for (const activity of document.find('/iati-activities/iati-activity')) {
        const elements = activity.find('*').filter((node) => node instanceof XmlElement)
        const names = elements.map(({name}) => ORDER.indexOf(name))
        expect(names).toEqual(names.toSorted((a, b) => a - b))
        expect(names).not.toContain(-1)
        for (const name of ['sector', 'recipient-country']) {
          const shares = activity
            .find(`${name}/@percentage`)
            .map(({content}) => Math.round(Number(content) * 100))
          expect([0, 10_000]).toContain(shares.reduce((a, b) => a + b, 0))
        }
      }
    } finally {
      document.dispose()
    }
  })

  test('text that looks like markup is text', () => {
    const [first] = projects
    if (!first) throw new Error('no project')
    const titles = [{language: 'en' as const, value: '<b>&"\u0000\''}]
    const {candidates} = mapActivities(
      extractIati(toIati([{...first, titles}], {today: TODAY}).xml, {file: 'f'}, 'hash'),
    )
    expect(candidates[0]?.fields['title']).toMatchObject([{value: '<b>&"\''}])
  })
})

/** An activity that breaks a rule, as XPath 1.0; dates are compared as numbers. */
const day = (path: string) => `number(translate(${path}, '-', ''))`
const NOW = TODAY.replaceAll('-', '')
const VIOLATIONS: [string, string][] = [
  ['has a planned or an actual start', "//iati-activity[not(activity-date[@type='1' or @type='2'])]"],
  ...['1 3', '2 4'].map((pair): [string, string] => {
    const [start, end] = pair.split(' ').map((type) => day(`activity-date[@type='${type}']/@iso-date`))
    return [`ends after it starts (dates ${pair})`, `//iati-activity[${start} > ${end}]`]
  }),
  ['has happened when it says so', `//activity-date[@type='2' or @type='4'][${day('@iso-date')} > ${NOW}]`],
  ['has no transaction to come', `//transaction-date[${day('@iso-date')} > ${NOW}]`],
  ['has no value to come', `//value[${day('@value-date')} > ${NOW}]`],
  ['has each kind of date once', '//activity-date[@type = preceding-sibling::activity-date/@type]'],
  [
    'has shares of places that add up to 100',
    '//iati-activity[recipient-country/@percentage | recipient-region/@percentage][round(sum(recipient-country/@percentage | recipient-region/@percentage) * 100) != 10000]',
  ],
  [
    'has a share for each of several places',
    '//iati-activity[count(recipient-country | recipient-region) > 1]/*[self::recipient-country or self::recipient-region][not(@percentage)]',
  ],
  [
    'has shares of sectors that add up to 100',
    "//iati-activity[sector][round(sum(sector[@vocabulary = '1']/@percentage) * 100) != 10000]",
  ],
  ['has shares from 0 to 100', '//@percentage[. < 0 or . > 100]'],
  ['has sectors of five digits', "//sector[@vocabulary = '1'][string-length(@code) != 5]"],
  ['has countries of two letters', '//recipient-country[string-length(@code) != 2]'],
  [
    'has identifiers of the allowed form',
    "//iati-identifier[. = '' or . != normalize-space(.) or translate(., '/&|?', '') != .] | //@ref[translate(., '/&|?', '') != .]",
  ],
  ['is identified by more than its publisher', '//iati-activity[iati-identifier = reporting-org/@ref]'],
  [
    'is identified once in the file',
    '//iati-activity[iati-identifier = preceding-sibling::iati-activity/iati-identifier]',
  ],
  [
    'has what every activity must have',
    '//iati-activity[not(iati-identifier and reporting-org[@ref and @type] and title/narrative and description/narrative and participating-org[@role] and activity-status/@code and activity-date)]',
  ],
  ['has no empty words', "//narrative[normalize-space(.) = '']"],
  ['has parties with a name or a reference', '//participating-org[not(@ref or narrative)]'],
  ['has a language and a currency', '//iati-activity[not(@xml:lang and @default-currency)]'],
  ['has amounts with their day and currency', '//value[not(@currency and @value-date and number(.) > 0)]'],
]

/** Two activities that break every rule. */
const BROKEN = `<iati-activities version="2.03"><iati-activity>
  <iati-identifier>BE-1</iati-identifier><reporting-org ref="BE-1"/><title><narrative> </narrative></title>
  <participating-org/><activity-date type="3" iso-date="2018-01-01"/>
</iati-activity><iati-activity>
  <iati-identifier> BE/1?</iati-identifier><reporting-org ref="B|1" type="10"/>
  <activity-date type="1" iso-date="2019-01-01"/><activity-date type="3" iso-date="2018-01-01"/>
  <activity-date type="2" iso-date="2027-02-01"/><activity-date type="4" iso-date="2027-01-01"/>
  <activity-date type="4" iso-date="2027-01-01"/>
  <recipient-country code="MWI" percentage="110"/><recipient-country code="ZA"/>
  <sector vocabulary="1" code="160" percentage="50"/>
  <transaction><transaction-date iso-date="2027-01-01"/><value value-date="2027-01-01">0</value></transaction>
</iati-activity><iati-activity><iati-identifier>BE-1</iati-identifier></iati-activity></iati-activities>`

/** How many places of a file break a rule. */
function violations(text: string, path: string): number {
  const document = XmlDocument.fromString(text)
  try {
    return document.find(path).length
  } finally {
    document.dispose()
  }
}

describe('each activity keeps the rule set of the standard', () => {
  /** Projects that a careless export would break the rules with. */
  const awkward = (): Answer<'activities'> => {
    const [first] = projects
    if (!first) throw new Error('no project')
    const place = {kind: 'country' as const, isoCode: 'MW', dacCode: null, percentage: 60}
    const dates = {plannedStart: null, actualStart: null, plannedEnd: null, actualEnd: null}
    const cases: Partial<typeof first>[] = [
      {dates: {...dates, actualStart: '2026', actualEnd: '2026'}},
      {dates: {...dates, plannedStart: '2027-01', actualEnd: '2028'}},
      {dates: {...dates, actualStart: '2027'}},
      {dates: {...dates, plannedEnd: '2020'}},
      {decidedOn: '2027-05-01'},
      {places: [place, {kind: 'subnational', isoCode: null, dacCode: null, percentage: 40}]},
      {
        places: [
          place,
          {...place, isoCode: 'ZA', percentage: 30},
          {kind: 'subnational', isoCode: null, dacCode: null, percentage: 10},
        ],
      },
      {places: [place, {...place, kind: 'region', isoCode: null, dacCode: '289', percentage: null}]},
      {sectors: ['16020', '16070', '11330']},
      {participations: [], objectives: null, descriptions: null},
    ]
    return cases.map((changes, index) => ({
      ...first,
      dates: {...dates, plannedStart: '2018', plannedEnd: '2019'},
      ...changes,
      id: `project-awkward-${index}`,
      identifier: null,
      slug: `awkward-${index}`,
    }))
  }

  test.each(VIOLATIONS)('%s', (_rule, path) => {
    expect(violations(xml, path)).toBe(0)
    expect(violations(toIati(awkward(), {today: TODAY}).xml, path)).toBe(0)
  })

  test('what cannot keep them is left out or told', () => {
    const {leftOut: out, incomplete} = toIati(awkward(), {today: TODAY})
    expect(out).toEqual([
      {id: 'project-awkward-2', reason: expect.stringContaining('after today')},
      {id: 'project-awkward-3', reason: expect.stringContaining('no start date')},
    ])
    const told = (words: string) =>
      incomplete
        .filter(({reason}) => reason.includes(words))
        .map(({id}) => id.replace('project-awkward-', ''))
    expect(told('amount')).toEqual(['1', '4'])
    expect(told('actualEnd')).toEqual(['1'])
    expect(told('places')).toEqual(['5', '6'])
    expect(told('party')).toEqual(['9'])
  })

  test('published shares are kept in proportion when a place has no code', () => {
    const [, , , , , , shared] = awkward()
    if (!shared) throw new Error('no project')
    const {xml: file} = toIati([shared], {today: TODAY})
    expect(file).toContain('<recipient-country code="MW" percentage="66.67"><narrative>Scaled')
    expect(file).toContain('<recipient-country code="ZA" percentage="33.33"><narrative>Scaled')
    const {candidates} = mapActivities(extractIati(file, {file: 'f'}, 'hash'))
    expect(list(candidates[0]?.fields['places']).map((one) => one['percentage'])).toEqual([
      undefined,
      undefined,
    ])
  })

  test.each(VIOLATIONS)('and a file that breaks the rule is noticed: %s', (_rule, path) => {
    expect(violations(BROKEN, path)).toBeGreaterThan(0)
  })
})

const schemas = process.env['IATI_SCHEMAS'] ?? ''
test.skipIf(schemas === '')('the file validates against the official schema', async () => {
  xmlRegisterFsInputProviders()
  const file = join(schemas, 'iati-activities-schema.xsd')
  const schema = XmlDocument.fromString(await readFile(file, 'utf8'), {url: file})
  const validator = XsdValidator.fromDoc(schema)
  const document = XmlDocument.fromString(xml)
  try {
    expect(() => validator.validate(document)).not.toThrow()
  } finally {
    for (const used of [document, validator, schema]) used.dispose()
  }
})

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : []
}

function datesOf(period: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(Object(period) as Record<string, {value?: string}>)
      .filter(([name]) => name !== '_type')
      .map(([name, date]) => [name, date.value]),
  )
}
