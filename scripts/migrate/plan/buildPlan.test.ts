import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {beforeAll, describe, expect, test} from 'vitest'

import {htmlPage, operationWith, planFrom} from '../../../tests/migration/planFrom.ts'
import type {Document, JsonObject, StoredDocument} from '../model.ts'
import {takeInventory} from '../read/inventory.ts'
import {readBytes} from '../read/readBytes.ts'
import {buildPlan, type PlanInput} from './buildPlan.ts'
import type {Operation, Plan} from './model.ts'

const pagesFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../tests/migration/pages')
const target = {kind: 'lake', projectId: 'local', dataset: 'production'}
const none: ReadonlyMap<string, JsonObject> = new Map()

let read: Pick<PlanInput, 'readings' | 'rejected'>
beforeAll(async () => {
  const {files, rejected} = await takeInventory([pagesFolder])
  const readings = await Promise.all(files.map(async (input) => readBytes(input, await readFile(input.path))))
  read = {readings: readings.flat(), rejected}
})

const plan = (changes: Partial<PlanInput> = {}): Plan =>
  buildPlan({target, ...read, stored: [], bases: none, ...changes})

const stored = (document: Document, revision = 'r1'): StoredDocument => ({
  ...document,
  _rev: revision,
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
})

const words = (value: unknown): string => JSON.stringify(value) ?? ''
const find = ({operations}: Plan, type: string, text: string): Operation => {
  const found = operations.filter(
    (operation) => operation.type === type && words(operation.document).includes(text),
  )
  const [operation] = found
  if (!operation || found.length !== 1) throw new Error(`${found.length} ${type} with ${text}`)
  return operation
}
const codes = ({warnings}: Operation) => warnings.map((warning) => warning.code)

describe('what the pages become on an empty dataset', () => {
  test('every document is made once, with what it refers to', () => {
    const {operations, summary} = plan()
    const types = operations.map((operation) => operation.type)
    expect(types.filter((type) => type === 'project')).toHaveLength(6)
    expect(types.filter((type) => type === 'trustFundRound')).toHaveLength(2)
    expect(types.filter((type) => type === 'trustFund')).toHaveLength(1)
    expect(types.filter((type) => type === 'place')).toHaveLength(3)
    expect(types.filter((type) => type === 'organisation')).toHaveLength(2)
    expect(types.filter((type) => type === 'newsItem' || type === 'page')).toHaveLength(2)
    expect(summary).toMatchObject({create: operations.length, patch: 0, conflict: 0})
    const ids = new Set(operations.map((operation) => operation.id))
    const references = words(operations.map((operation) => operation.document)).matchAll(/"_ref":"([^"]+)"/g)
    expect([...references].map(([, id]) => id).filter((id) => !ids.has(id ?? ''))).toEqual([])
  })

  test('the tea project has its facts and its round', () => {
    const tea = find(plan(), 'project', 'theeplantages')
    const round = find(plan(), 'trustFundRound', '2018-2019)')
    expect(tea.document).toMatchObject({
      _id: `drafts.${tea.id}`,
      channel: 'trustFund',
      amount: {amount: 275_442, currency: 'EUR'},
      period: {durationMonths: 24},
      round: {_ref: round.id, _weak: true, _strengthenOnPublish: {type: 'trustFundRound'}},
      provenance: {
        legacyUrls: [
          'https://www.fdfa.be/nl/vlaams-trustfonds-bij-internationale-arbeidsorganisatie-2018-2019#project-1',
        ],
        file: 'pages/round-2018-2019.html',
        locator: 'line 17',
      },
    })
    expect(tea.alsoFrom).toEqual([{file: 'pages/round-2018-2019.txt', locator: 'line 11'}])
    expect(words(tea.document['description'])).toContain('samen aanpakken')
  })

  test('a text page and an HTML page of one address are one source', () => {
    const round = find(plan(), 'trustFundRound', '2018-2019)')
    expect(round.alsoFrom.map(({file}) => file)).toEqual(['pages/round-2018-2019.txt'])
  })

  test('pages of one project in two languages become one project with both titles', () => {
    const care = find(plan(), 'project', 'Care Economy')
    expect(care.document).toMatchObject({amount: {amount: 400_000}, channel: 'trustFund'})
    expect(words(care.document['title'])).toContain('Zorgeconomie')
    expect(care.alsoFrom.map(({file}) => file)).toEqual([
      'pages/grant-care-economy.nl.txt',
      'pages/round-2014-2016.html',
    ])
    const disagreement = care.warnings.find((warning) => warning.code === 'sources-disagree')
    expect(disagreement?.message).toContain('2017-12')
    expect(disagreement?.source).toEqual({file: 'pages/round-2014-2016.html', locator: 'line 47'})
  })

  test('a round page with several projects is split, and a page of three years is doubted', () => {
    const labour = find(plan(), 'project', 'Globaliserende')
    expect(labour.document['period']).toMatchObject({
      plannedStart: {value: '2014-07'},
      plannedEnd: {value: '2017-12'},
    })
    expect(words(labour.document['description'])).toContain('handboek')
    expect(words(labour.document['description'])).not.toMatch(/alert|javascript/i)
    expect(codes(labour)).toEqual(expect.arrayContaining(['round-longer-than-usual', 'round-unknown']))
  })

  test('a lost colon is read and told; the round that the page does not name is concluded', () => {
    const stone = find(plan(), 'project', 'natural stone')
    expect(stone.document).toMatchObject({
      amount: {amount: 338_630},
      period: {plannedStart: {value: '2018-09', precision: 'month'}, plannedEnd: {value: '2020-09'}},
      round: {_ref: find(plan(), 'trustFundRound', '2018-2019)').id},
    })
    expect(codes(stone)).toEqual(['label-glued', 'label-glued', 'round-inferred'])
  })

  test('people in millions are not money', () => {
    expect(find(plan(), 'project', 'VCT').document['amount']).toMatchObject({amount: 187_364})
  })

  test('a share of the amount is told and makes no grant', () => {
    const mozambique = find(plan(), 'project', 'Decent Work programme')
    expect(mozambique.document).toMatchObject({
      channel: 'bilateral',
      amount: {amount: 1_142_650},
      period: {plannedStart: {value: '2009', precision: 'year'}, plannedEnd: {value: '2011'}},
    })
    expect(mozambique.document['grants']).toBeUndefined()
    expect(mozambique.document['round']).toBeUndefined()
    expect(mozambique.warnings.find((warning) => warning.code === 'amount-share')).toMatchObject({
      message: expect.stringContaining('151.325'),
      source: {file: 'pages/grant-decent-work-mozambique.txt', locator: 'line 9'},
    })
  })

  test('news of a contribution gives the round its amount and decision', () => {
    expect(find(plan(), 'trustFundRound', '2020').document).toMatchObject({
      contribution: {amount: 900_000, currency: 'EUR'},
      decidedOn: {value: '2020-02-07', precision: 'day'},
      period: {start: {value: '2020'}, end: {value: '2021'}},
    })
  })

  test('what only a refused document names is not made', () => {
    const readings = read.readings.map((reading) => ({
      ...reading,
      candidates: reading.candidates.map((candidate) =>
        candidate.type === 'project'
          ? {...candidate, fields: {...candidate.fields, amount: 'much'}}
          : candidate,
      ),
    }))
    const {operations, rejected} = plan({readings})
    expect(rejected.map(({code}) => code)).toContain('structure')
    expect(operations.map(({type}) => type)).not.toContain('project')
    expect(operations.map(({type}) => type)).not.toContain('place')
  })

  test('what cannot be taken over is listed with the reason', () => {
    expect(plan().rejected.map(({file, code}) => [file, code])).toEqual([
      ['pages/page-in-french.txt', 'language-unknown'],
      ['pages/page-without-kind.html', 'page-kind-unknown'],
    ])
  })

  test('links are sorted, and text that no document took is accounted for', () => {
    const {links, accounts} = plan()
    expect(links.internal.map(({to}) => to)).toEqual([find(plan(), 'page', 'Internationale').id])
    expect(links.external.map(({href}) => href)).toEqual(['https://www.ilo.org/global/handbook'])
    const round = accounts.find(({file}) => file.includes('round-2014'))
    expect(round?.counted['paragraphs']).toEqual({in: 10, out: 9})
    expect(round?.left).toEqual([
      {
        locator: expect.stringMatching(/^line \d+$/),
        kind: 'paragraph',
        excerpt: 'Meer over de samenwerking met de IAO.',
      },
      {
        locator: expect.stringMatching(/^line \d+$/),
        kind: 'link',
        excerpt: 'https://www.fdfa.be/nl/internationale-arbeidsorganisatie',
      },
    ])
  })

  test('the order of the files does not matter', () => {
    expect(plan({readings: read.readings.toReversed()}).planId).toBe(plan().planId)
  })
})

describe('a second plan', () => {
  const applied = ({operations}: Plan, published: boolean) =>
    operations.map(({id, document}) => stored({...document, _id: published ? id : `drafts.${id}`}))
  const bases = ({operations}: Plan) => new Map(operations.map(({id, output}) => [id, output]))

  test.each([false, true])('changes nothing (published: %s)', (published) => {
    const first = plan()
    expect(plan({stored: applied(first, published), bases: bases(first)}).summary).toMatchObject({
      create: 0,
      patch: 0,
      conflict: 0,
      unchanged: first.operations.length,
    })
  })

  test('changes nothing either where nobody kept what the sources said', () => {
    expect(plan({stored: applied(plan(), true)}).summary).toMatchObject({create: 0, patch: 0, conflict: 0})
  })

  test('leaves what an editor changed when the source is as it was', () => {
    const first = plan()
    const edited = applied(first, true).map((document) =>
      document._type === 'project'
        ? {...document, amount: {_type: 'money', amount: 1, currency: 'EUR'}}
        : document,
    )
    expect(plan({stored: edited, bases: bases(first)}).summary).toMatchObject({patch: 0, conflict: 0})
  })

  test('an editor and the source both changed a field: a conflict, until a person takes a side', () => {
    const first = plan()
    const tea = find(first, 'project', 'theeplantages')
    const before = new Map(
      [...bases(first)].map(([id, output]) => [
        id,
        id === tea.id ? {...output, amount: {_type: 'money', amount: 2, currency: 'EUR'}} : output,
      ]),
    )
    const edited = applied(first, true).map((document) =>
      document._id === tea.id
        ? {...document, amount: {_type: 'money', amount: 1, currency: 'EUR'}}
        : document,
    )
    const input = {stored: edited, bases: before}
    const conflicting = find(plan(input), 'project', 'theeplantages')
    expect(conflicting).toMatchObject({
      op: 'conflict',
      conflicts: [{path: 'amount', base: {amount: 2}, dataset: {amount: 1}, source: {amount: 275_442}}],
      document: {amount: {amount: 1}},
    })
    expect(find(plan({...input, take: 'source'}), 'project', 'theeplantages')).toMatchObject({
      op: 'patch',
      document: {amount: {amount: 275_442}},
    })
    expect(find(plan({...input, take: 'dataset'}), 'project', 'theeplantages')).toMatchObject({
      op: 'unchanged',
      settled: true,
    })
  })
})

describe('held against content that was there before', () => {
  async function content(): Promise<StoredDocument[]> {
    const folder = join(pagesFolder, '../../../content')
    const files = ['newsItem', 'organisation', 'place', 'project', 'trustFund', 'trustFundRound']
    const texts = await Promise.all(files.map((name) => readFile(join(folder, `${name}.ndjson`), 'utf8')))
    return texts.flatMap((text) => text.split('\n').filter(Boolean)).map((line) => stored(JSON.parse(line)))
  }

  test('the same round, projects, places and organisations are recognised, not doubled', async () => {
    const {operations} = plan({stored: await content()})
    const ids = operations.map((operation) => operation.id)
    expect(ids).toEqual(
      expect.arrayContaining([
        'round-2018-2019',
        'round-2020-2021',
        'place-mw',
        'organisation-ilo',
        'project-tea-malawi',
        'project-natural-stone-india',
        'project-vct-at-work',
        'project-care-economy',
        'project-mz-decent-work-2009',
        'trustFund',
        'news-2020-round',
      ]),
    )
    expect(operations.filter(({op}) => op === 'create').map(({type}) => type)).toEqual(['page'])
    expect(operations.filter(({op}) => op === 'conflict')).toEqual([])
  })

  test('words that editors chose stay, and are told', async () => {
    const round = plan({stored: await content()}).operations.find(({id}) => id === 'round-2018-2019')
    expect(round && codes(round)).toContain('dataset-words-kept')
    expect(words(round?.document['title'])).toContain('Ronde 2018-2019')
  })
})

test('what one page leaves open is no doubt when another says it', async () => {
  const facts =
    '<p>Project: Thee in Malawi</p><p>Bedrag: 275.442 euro</p><p>Duur: januari 2018 - december 2019</p><p>Over thee.</p>'
  const grant = htmlPage('https://www.fdfa.be/nl/subsidies/thee', 'Thee in Malawi', facts)
  const round = htmlPage('https://www.fdfa.be/nl/ronde', 'Vlaams Trustfonds (2018-2019)', facts)
  const alone = operationWith(await planFrom({'a.html': grant}), 'project', 'Thee')
  expect(codes(alone)).toContain('channel-unknown')
  const both = operationWith(await planFrom({'a.html': grant, 'b.html': round}), 'project', 'Thee')
  expect(both.document['channel']).toBe('trustFund')
  expect(codes(both)).not.toContain('channel-unknown')
})
