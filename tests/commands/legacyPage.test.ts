/**
 * The whole path through the real commands: a legacy page becomes a plan, drafts, published content
 * and a GROQ answer. The page is ours, with the real facts of the round 2018-2019.
 */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {run, start, type Outcome, type Running} from './processes.ts'

const PAGE = `<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8">
<link rel="canonical" href="https://www.fdfa.be/nl/vlaams-trustfonds-bij-internationale-arbeidsorganisatie-2018-2019">
<title>Vlaams Trustfonds bij Internationale Arbeidsorganisatie (2018-2019)</title></head>
<body class="i18n-nl"><h1 id="page-title">Vlaams Trustfonds bij Internationale Arbeidsorganisatie (2018-2019)</h1>
<div class="region-content"><div class="field-name-body"><div class="field-item">
<p>Vlaanderen draagt om de twee jaar bij aan dit fonds van de IAO.</p>
<h2>Projecten 2018-2019:</h2>
<p><strong>Project:</strong> Waardig Werk bevorderen op theeplantages in het Thyolo District in Malawi</p>
<p><strong>Bedrag:</strong> 275.442 euro</p>
<p><strong>Duur:</strong> 24 maanden</p>
<p>Overheid, werkgevers en werknemers leren samen zien waar waardig werk op de theeplantages ontbreekt.</p>
</div></div></div></body></html>
`

const TEA = `*[_type == "project" && amount.amount == 275442][0]{
  "title": title[language == "nl"][0].value, "months": period.durationMonths, "currency": amount.currency,
  "place": places[0].place->isoCode, "roundStart": round->period.start.value}`

let folder: string
let page: string
let plan: string
let lake: Running
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legacy-page-'))
  page = join(folder, 'page.html')
  plan = join(folder, 'plan.json')
  await writeFile(page, PAGE)
  lake = start('lake', ['--port', '0', '--data', join(folder, 'data')])
  const [url = ''] = await lake.until(/http:\/\/localhost:\d+/)
  env = {LAKE_URL: url, LAKE_DATA: join(folder, 'data')}
})
afterAll(async () => {
  await lake?.stop()
  await rm(folder, {recursive: true, force: true})
})

const command = (name: string, ...args: string[]): Promise<Outcome> => run(name, args, env)

async function planned(): Promise<{operations: {op: string; type: string}[]}> {
  const {code, stdout, stderr} = await command('migrate', 'plan', page, '--json', '--out', plan)
  expect({code, stderr}).toMatchObject({code: 0})
  return JSON.parse(stdout)
}

describe('a legacy page, in an empty dataset', () => {
  test('plan shows the round and its project, and writes nothing', async () => {
    const {operations} = await planned()
    expect(operations.map(({op}) => op)).not.toContain('patch')
    expect(operations.map(({type}) => type)).toEqual(
      expect.arrayContaining(['trustFundRound', 'project', 'place']),
    )
    expect((await command('query', 'count(*)', '--perspective', 'raw')).stdout.trim()).toBe('0')
  })

  test('apply writes drafts that the public does not see', async () => {
    const {code, stderr} = await command('migrate', 'apply', plan)
    expect({code, stderr}).toMatchObject({code: 0})
    expect(JSON.parse((await command('query', TEA, '--perspective', 'drafts')).stdout)).toMatchObject({
      months: 24,
    })
    expect((await command('query', TEA)).stdout.trim()).toBe('null')
  })

  test('validate finds no error, and publish does what it says only with --apply', async () => {
    const validation = await command('validate')
    expect(validation).toMatchObject({code: 0})
    const dry = await command('publish', '--all')
    expect(dry.stdout).toContain('Nothing was written')
    expect((await command('query', TEA)).stdout.trim()).toBe('null')
    const done = await command('publish', '--all', '--apply')
    expect(done).toMatchObject({code: 0})
  })

  test('the query command and a plain request without a token return it', async () => {
    const expected = {
      title: 'Waardig Werk bevorderen op theeplantages in het Thyolo District in Malawi',
      months: 24,
      currency: 'EUR',
      place: 'MW',
      roundStart: expect.stringMatching(/^2018/),
    }
    expect(JSON.parse((await command('query', TEA)).stdout)).toEqual(expected)
    const response = await fetch(
      `${env['LAKE_URL']}/v2025-02-19/data/query/production?query=${encodeURIComponent(TEA)}`,
    )
    expect(await response.json()).toMatchObject({result: expected})
  })

  test('a second plan has nothing to do', async () => {
    const {operations} = await planned()
    expect(operations.filter(({op}) => op !== 'unchanged')).toEqual([])
  })
})
