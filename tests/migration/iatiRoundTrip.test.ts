/**
 * The projects of content/ out as IATI and in again: what IATI can say comes back as it was.
 *
 * The official schema is not ours to keep: with IATI_SCHEMAS set to a folder that holds version 2.03 of it
 * (https://github.com/IATI/IATI-Schemas), the last test validates against it. What this does not prove:
 * the standard's rule set, but for order and shares.
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
  const params = {today: '2026-11-24'}
  const value = await evaluate(parse(questions.activities.query, {params}), {dataset, params})
  projects = await value.get()
  ;({xml, leftOut} = toIati(projects))
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
    const {candidates} = mapActivities(extractIati(toIati([{...first, titles}]).xml, {file: 'f'}, 'hash'))
    expect(candidates[0]?.fields['title']).toMatchObject([{value: '<b>&"\''}])
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
