/**
 * The migration through its real commands against a real lake: legacy pages become drafts, a second plan
 * changes nothing, a rollback takes everything back.
 */
import {copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import {API_VERSION, projectRoot} from '../../scripts/target/environment.ts'
import {run, type Outcome} from '../commands/processes.ts'
import {startHost} from '../host/startHost.ts'
import {runLake, type RunningLake} from '../lake/runningLake.ts'
import {hostileFolder, REFUSALS} from './hostileFiles.ts'

const pages = join(projectRoot, 'tests', 'migration', 'pages')

/** What the pages make of an empty dataset is the same wherever that dataset is: planned once, for all. */
let onNothing: {folder: string; plan: string; report: string; outcome: Outcome}

beforeAll(async () => {
  const made = await mkdtemp(join(tmpdir(), 'migration-'))
  const [plan, report] = [join(made, 'plan.json'), join(made, 'report.html')]
  const empty = await runLake({dataDir: join(made, 'data')})
  try {
    const outcome = await run(
      'migrate',
      ['plan', pages, '--out', plan, '--report', report, '--runs', join(made, 'runs')],
      {LAKE_URL: empty.server.url, SANITY_AUTH_TOKEN: empty.server.token},
    )
    onNothing = {folder: made, plan, report, outcome}
  } finally {
    await empty.stop()
  }
})

afterAll(() => rm(onNothing.folder, {recursive: true, force: true}))

let folder: string
let lake: RunningLake
let environment: Record<string, string>
let client: SanityClient

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migration-'))
  lake = await runLake({dataDir: join(folder, 'data')})
  environment = {LAKE_URL: lake.server.url, SANITY_AUTH_TOKEN: lake.server.token}
  client = lake.client({apiVersion: API_VERSION, perspective: 'raw'})
})

afterEach(async () => {
  await lake.stop()
  await rm(folder, {recursive: true, force: true})
})

const migrate = (...args: string[]) => run('migrate', [...args, '--runs', join(folder, 'runs')], environment)
const planFile = () => join(folder, 'plan.json')
const summaryOf = async (...args: string[]) => {
  const outcome = await migrate('plan', '--json', ...args)
  expect(outcome.stderr).toContain('reading')
  return JSON.parse(outcome.stdout).summary
}
const migrated = '*[!(_id in path("_.**")) && !(_type match "system.*")] | order(_id)'

async function planned(): Promise<void> {
  expect(await migrate('plan', pages, '--out', planFile())).toMatchObject({code: 0})
}

/** The plan for an empty dataset, as if it were made here. */
const plannedOnNothing = () => copyFile(onNothing.plan, planFile())

async function applied(): Promise<string> {
  const apply = await migrate('apply', planFile(), '--json')
  expect(apply).toMatchObject({code: 0})
  return JSON.parse(apply.stdout).runId
}

describe('from pages to drafts and back', () => {
  test('a plan can be read as a page, which loads and runs nothing', async () => {
    expect(onNothing.outcome).toMatchObject({code: 0})
    const page = await readFile(onNothing.report, 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('EUR 275,442')
    expect(page).not.toMatch(/<script|<link|<img|url\(/)
  })

  test('a plan writes nothing; apply writes drafts; a second plan changes nothing; rollback takes all back', async () => {
    await planned()
    expect(await client.fetch(`count(${migrated})`)).toBe(0)

    const runId = await applied()
    const tea = await client.fetch(
      `*[_type == "project" && title[language == "nl"][0].value match "theeplantages"][0]{_id, amount, period, channel, "round": round->period.start.value, "place": places[0].place._ref}`,
    )
    expect(tea).toMatchObject({
      _id: expect.stringMatching(/^drafts\.project-[0-9a-f]{24}$/),
      amount: {amount: 275_442, currency: 'EUR'},
      period: {durationMonths: 24},
      channel: 'trustFund',
    })
    expect(
      await client.fetch(
        `count(*[!(_id in path("drafts.**")) && _type in ["project", "place", "trustFundRound"]])`,
      ),
    ).toBe(0)
    expect(await summaryOf(pages)).toMatchObject({create: 0, patch: 0, conflict: 0, unchanged: 16})

    const rollback = await migrate('rollback', runId)
    expect(rollback).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('16 drafts deleted, 0 restored, 0 left'),
    })
    expect(await client.fetch(`count(${migrated})`)).toBe(0)
    expect((await migrate('status')).stdout).toMatch(/rolled back .* 16 written/)
  })

  test('published documents are recognised, and rollback leaves them', async () => {
    await plannedOnNothing()
    const runId = await applied()
    for (const type of ['organisation', 'place', 'trustFund']) {
      const ids = await client.fetch<string[]>('*[_type == $type && _id in path("drafts.**")]._id', {type})
      for (const draftId of ids) {
        await client.action({
          actionType: 'sanity.action.document.publish',
          draftId,
          publishedId: draftId.slice(7),
        })
      }
    }
    expect(await summaryOf(pages)).toMatchObject({create: 0, patch: 0, conflict: 0, unchanged: 16})
    const rollback = await migrate('rollback', runId, '--json')
    const {deleted, kept} = JSON.parse(rollback.stdout)
    expect(deleted).toHaveLength(10)
    expect(kept).toHaveLength(6)
  })

  test('the whole path: pages, drafts, those that pass are published and answered to anyone', async () => {
    await plannedOnNothing()
    await applied()
    const validation = await run('validate', [], environment)
    expect(validation).toMatchObject({code: 1, stdout: expect.stringContaining('project-channel')})
    const publication = await run('publish', ['--all', '--apply', '--json'], environment)
    const {published, refused} = JSON.parse(publication.stdout)
    expect([published.length, refused.length]).toEqual([14, 2])
    const groq =
      '*[_type == "project" && amount.amount == 275442][0]{channel, "round": round->period.start.value, "place": places[0].place->isoCode}'
    const answer = {channel: 'trustFund', round: '2018', place: 'MW'}
    expect(JSON.parse((await run('query', [groq], environment)).stdout)).toEqual(answer)
    const response = await fetch(
      `${lake.server.url}/v${API_VERSION}/data/query/production?query=${encodeURIComponent(groq)}`,
    )
    expect(await response.json()).toMatchObject({result: answer})
    expect(await summaryOf(pages)).toMatchObject({create: 0, patch: 0, conflict: 0})
  })

  test('a document that an editor changes between plan and apply is refused, the others are written', async () => {
    await loadContentWhenEmpty(client)
    await planned()
    await client.patch('project-tea-malawi').set({scope: 'national'}).commit()
    const apply = await migrate('apply', planFile())
    expect(apply).toMatchObject({code: 1, stdout: expect.stringContaining('refused  project-tea-malawi')})
    expect(apply.stdout).toMatch(/Take it back with: npm run migrate -- rollback \S+ --runs \S+runs\n$/)
    expect(await client.fetch('defined(*[_id == "drafts.project-natural-stone-india"][0])')).toBe(true)
    expect(await client.fetch('*[_id == "project-tea-malawi"][0].scope')).toBe('national')
  })

  test('what the project’s own content has already is recognised, not doubled', async () => {
    await loadContentWhenEmpty(client)
    const before = await client.fetch(migrated)
    await planned()
    const runId = await applied()
    expect(
      await client.fetch(
        'count(*[_type == "project" && amount.amount == 275442 && _id in path("drafts.**")])',
      ),
    ).toBe(1)
    expect(await client.fetch('defined(*[_id == "drafts.project-tea-malawi"][0])')).toBe(true)
    expect(await summaryOf(pages)).toMatchObject({create: 0, patch: 0, conflict: 0})
    await migrate('rollback', runId)
    expect(await client.fetch(migrated)).toEqual(before)
  })
})

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

describe('the same source again', () => {
  const table = (title: string, amount: string) => [
    'Projectnummer;Titel;Land;Bedrag;Munt;Ronde',
    `TX-1;${title};Lesotho;${amount};EUR;2022-2023`,
  ]
  const write = (...row: [title: string, amount: string]) =>
    writeFile(join(folder, 'grants.csv'), table(...row).join('\n'))
  const planAgain = () => summaryOf(join(folder, 'grants.csv'), '--out', planFile())
  const project = () =>
    client.fetch('*[_type == "project"][0]{_id, "title": title[0].value, "amount": amount.amount}')

  beforeEach(async () => {
    await write('Alleen bron', '10.000,00')
    await planAgain()
    await applied()
  })

  test('brings in what only the source changed, words and figures', async () => {
    await write('Nieuwe titel', '15.000,00')
    expect(await planAgain()).toMatchObject({patch: 1, conflict: 0})
    await applied()
    expect(await project()).toMatchObject({title: 'Nieuwe titel', amount: 15_000})
  })

  test('leaves what only an editor changed or took away, and asks where both did', async () => {
    const {_id} = await project()
    await client.patch(_id).set({'title[0].value': 'Van de redactie'}).unset(['amount']).commit()
    expect(await planAgain()).toMatchObject({patch: 0, conflict: 0})
    await write('Nieuwe titel', '10.000,00')
    expect(await planAgain()).toMatchObject({patch: 0, conflict: 1})
  })
})

describe('photos and tables', () => {
  const text = 'De minister bezocht Genève en sprak er over waardig werk. '.repeat(5)
  const table = '<table><tr><th>Land</th><th>Bedrag</th></tr><tr><td>Malawi</td><td>1 euro</td></tr></table>'

  test('are uploaded once, tables in the text come along, and a rollback deletes what nothing refers to', async () => {
    const input = join(folder, 'site')
    await mkdir(input)
    await writeFile(join(input, 'photo.png'), Buffer.from(PIXEL, 'base64'))
    const other = Buffer.from(PIXEL, 'base64')
    other.writeUInt8(0, other.length - 1)
    await writeFile(join(input, 'veld.png'), other)
    for (const name of ['een', 'twee']) {
      await writeFile(
        join(input, `${name}.html`),
        `<html lang="nl"><head><link rel="canonical" href="https://www.fdfa.be/nl/nieuws/${name}"></head><body><h1>Bezoek ${name}</h1><p>${text}</p>${table}<img src="photo.png" alt="Een zaal" title="© IAO"><img src="veld.png" alt="Een veld" title="© ILO"></body></html>`,
      )
    }
    expect(await migrate('plan', input, '--out', planFile())).toMatchObject({code: 0})
    const apply = await migrate('apply', planFile(), '--json')
    expect(apply).toMatchObject({code: 0})
    expect(
      await client.fetch(
        '*[_type == "newsItem"]{"credit": image.credit, "file": image.asset->originalFilename, "cells": body[0].value[_type == "table"].rows[].cells[]}',
      ),
    ).toEqual([
      {credit: '© IAO', file: 'photo.png', cells: ['Land', 'Bedrag', 'Malawi', '1 euro']},
      {credit: '© IAO', file: 'photo.png', cells: ['Land', 'Bedrag', 'Malawi', '1 euro']},
    ])
    const library = '*[_type == "sanity.imageAsset"] | order(altText){altText, creditLine}'
    expect(await client.fetch(library)).toEqual([
      {altText: 'Een veld', creditLine: '© ILO'},
      {altText: 'Een zaal', creditLine: '© IAO'},
    ])
    expect(await summaryOf(input)).toMatchObject({create: 0, patch: 0, conflict: 0, unchanged: 2})
    await migrate('rollback', JSON.parse(apply.stdout).runId)
    expect(await client.fetch('count(*[_type in ["sanity.imageAsset", "newsItem"]])')).toBe(0)
  })
})

describe('the pictures of a plan', () => {
  const kept = async (): Promise<string[]> =>
    (await readdir(folder, {recursive: true})).filter((path) => path.includes('.assets')).toSorted()

  const page = (input: string, shown: string) =>
    writeFile(
      join(input, 'een.html'),
      `<html lang="nl"><head><link rel="canonical" href="https://www.fdfa.be/nl/nieuws/een"></head><body><h1>Bezoek</h1><p>${'De minister bezocht Genève. '.repeat(9)}</p>${shown}</body></html>`,
    )

  test('lie beside it, and stay as they are until another plan is made', async () => {
    const input = join(folder, 'site')
    await mkdir(input)
    await page(input, `<img src="data:image/png;base64,${PIXEL}" alt="Een zaal">`)
    expect(await migrate('plan', input, '--out', planFile())).toMatchObject({code: 0})
    const {assets} = JSON.parse(await readFile(planFile(), 'utf8'))
    const beside = ['plan.json.assets', `plan.json.assets/${assets[0].sha256}`]
    expect(await kept()).toEqual(beside)

    const nowhere = {...environment, SANITY_DATASET: 'nowhere'}
    expect(await run('migrate', ['plan', input, '--out', planFile()], nowhere)).toMatchObject({code: 1})
    expect(await kept()).toEqual(beside)

    await page(input, '')
    expect(await migrate('plan', input, '--out', planFile())).toMatchObject({code: 0})
    expect(await kept()).toEqual([])
  })

  test('are missed when they are gone: that is said, no document is written, and a new plan is the way out', async () => {
    const input = join(folder, 'site')
    await mkdir(input)
    await page(input, `<img src="data:image/png;base64,${PIXEL}" alt="Een zaal">`)
    expect(await migrate('plan', input, '--out', planFile())).toMatchObject({code: 0})
    const [, file = ''] = await kept()
    const {assets} = JSON.parse(await readFile(planFile(), 'utf8'))
    await rm(`${planFile()}.assets`, {recursive: true})

    const apply = await migrate('apply', planFile())
    expect(apply).toMatchObject({code: 1, stdout: ''})
    expect(apply.stderr).toBe(
      `The picture ${assets[0].filename} of the plan is gone: there is no file ${join(folder, file)}. This time no document was written: pictures are uploaded first, and those that were are found again. Plan again.\n`,
    )
    expect(await client.fetch(`count(${migrated})`)).toBe(0)

    expect(await migrate('plan', input, '--out', planFile())).toMatchObject({code: 0})
    expect(await migrate('apply', planFile())).toMatchObject({code: 0})
    expect(await client.fetch('*[_type == "newsItem"].image.asset->altText')).toEqual(['Een zaal'])
  })
})

describe('pages in two languages', () => {
  test('are suggested in a file, and one document once a person confirms them there', async () => {
    const pairs = join(folder, 'pairs.json')
    const input = join(folder, 'site')
    await mkdir(input)
    const page = (language: string, title: string, text: string) =>
      writeFile(
        join(input, `visit.${language}.html`),
        `<html lang="${language}"><head><link rel="canonical" href="https://www.fdfa.be/${language}/x/${language}"></head><body><h1>${title}</h1><p>${text.repeat(9)}</p></body></html>`,
      )
    await page('nl', 'Bezoek', 'Een bezoek aan Genève. ')
    await page('en', 'Visit', 'A visit to Geneva, indeed. ')
    expect(await summaryOf(input, '--pairs', pairs)).toMatchObject({create: 2})
    await writeFile(pairs, (await readFile(pairs, 'utf8')).replace('"confirmed": false', '"confirmed": true'))
    expect(await summaryOf(input, '--pairs', pairs)).toMatchObject({create: 1})
    await writeFile(pairs, 'no pairs')
    expect(await migrate('plan', input, '--pairs', pairs)).toMatchObject({code: 2, stdout: ''})
  })
})

describe('what cannot be done is said', () => {
  test('a path that does not exist is wrong usage', async () => {
    const outcome = await migrate('plan', 'no/such/folder')
    expect(outcome).toMatchObject({code: 2, stdout: ''})
    expect(outcome.stderr).toContain('no/such/folder')
  })

  test('files that mean harm are refused or cleaned and listed; the others go on, and nothing is fetched', async () => {
    const asked: string[] = []
    const listener = await startHost((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    try {
      const input = join(folder, 'hostile')
      await hostileFolder(input, listener.url)
      const report = join(folder, 'report.html')
      const outcome = await migrate('plan', input, '--strict', '--json', '--report', report)
      const {operations, rejected} = JSON.parse(outcome.stdout)
      expect(outcome.code).toBe(1)
      expect(
        Object.fromEntries(
          rejected.map(({file, code}: Record<string, string>) => [file?.replace('hostile/', ''), code]),
        ),
      ).toEqual(REFUSALS)
      const page = await readFile(report, 'utf8')
      for (const file of Object.keys(REFUSALS)) expect(page).toContain(`hostile/${file}`)
      const texts = JSON.stringify(operations)
      for (const words of ['Over waardig werk', 'Eén', 'Tweën', 'Thee']) expect(texts).toContain(words)
      expect(texts).not.toContain(hostname())
      expect(asked).toEqual([])
      const codes = operations.flatMap(({warnings}: {warnings: {code: string}[]}) =>
        warnings.map(({code}) => code),
      )
      expect(codes).toEqual(expect.arrayContaining(['charset-mixed', 'formula-cell']))
    } finally {
      await listener.close()
    }
  })

  test.each([
    ['is not JSON', () => 'no plan'],
    ['is not a plan', () => '{}'],
    ['was changed after it was made', (plan: string) => plan.replaceAll('275442', '275443')],
  ])('a plan that %s', async (message, change) => {
    await writeFile(planFile(), change(await readFile(onNothing.plan, 'utf8')))
    const outcome = await migrate('apply', planFile())
    expect(outcome).toMatchObject({code: 1, stdout: ''})
    expect(outcome.stderr).toContain(message)
    expect(await client.fetch(`count(${migrated})`)).toBe(0)
  })

  test('a folder for the plan that is not there, before a file is read', async () => {
    const out = join(folder, 'nowhere', 'plan.json')
    const outcome = await migrate('plan', pages, '--out', out)
    expect(outcome).toMatchObject({code: 1, stdout: ''})
    expect(outcome.stderr).toContain(`could not be kept in ${out}`)
    expect(outcome.stderr).not.toContain('reading')
  })

  test('a dataset that is not there', async () => {
    const outcome = await run('migrate', ['plan', pages], {...environment, SANITY_DATASET: 'nowhere'})
    expect(outcome.code).toBe(1)
    expect(outcome.stderr.trim().split('\n').at(-1)).toContain('Dataset "nowhere" not found')
  })

  test('a plan for another dataset', async () => {
    await plannedOnNothing()
    const outcome = await run('migrate', ['apply', planFile()], {...environment, SANITY_DATASET: 'staging'})
    expect(outcome).toMatchObject({code: 1, stderr: expect.stringContaining('dataset production')})
  })

  test.each([
    [['apply']],
    [['rollback', 'no-run']],
    [['plan']],
    [['plan', '.', '--take', 'both']],
    [['fly']],
  ])('wrong usage: %j', async (args) => {
    expect(await migrate(...args)).toMatchObject({code: 2, stdout: ''})
  })
})
