/** The published projects out with the real command, and in again with the migration. */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import {run} from '../commands/processes.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'
import {datasetCommands} from './commands.ts'

let lake: RunningLake
let folder: string
beforeAll(async () => {
  lake = await runLake()
  folder = await mkdtemp(join(tmpdir(), 'projects-'))
  const client = lake.client({perspective: 'raw'})
  await loadContentWhenEmpty(client)
  await client.create({
    _id: 'drafts.project-secret',
    _type: 'project',
    slug: {_type: 'slug', current: 'secret'},
  })
})
afterAll(async () => {
  await lake.stop()
  await rm(folder, {recursive: true, force: true})
})

const exported = async (format: string) => {
  const file = join(folder, `projects.${format}`)
  const outcome = await datasetCommands(lake).json(0, 'production', 'export', file, '--format', format)
  return {outcome, file, text: await readFile(file, 'utf8')}
}

test('as IATI each published project comes back as the one that is there', async () => {
  const {outcome, file, text} = await exported('iati')
  expect(outcome).toMatchObject({
    projects: expect.any(Number),
    leftOut: expect.any(Array),
    incomplete: expect.any(Array),
  })
  expect(text).not.toContain('secret')
  const plan = await run('migrate', ['plan', file, '--json', '--runs', join(folder, 'runs')], {
    LAKE_URL: lake.server.url,
    SANITY_AUTH_TOKEN: lake.server.token,
  })
  const {operations, rejected} = JSON.parse(plan.stdout)
  expect(rejected).toEqual([])
  const projects = operations.filter(({type}: {type: string}) => type === 'project')
  expect(projects).toHaveLength(text.split('<iati-activity ').length - 1)
  expect(projects.filter(({op}: {op: string}) => op === 'create')).toEqual([])
})

test.each(['csv', 'json'])('as %s they are one row each, published ones only', async (format) => {
  const {outcome, text} = await exported(format)
  const count = await lake.client().fetch<number>('count(*[_type == "project"])')
  expect(outcome).toMatchObject({projects: count, leftOut: []})
  expect(text).toContain('project-tea-malawi')
  expect(text).not.toContain('secret')
})

test('another form, or a file that is there, is refused', async () => {
  const {command} = datasetCommands(lake)
  const wrong = await command('production', 'export', join(folder, 'x'), '--format', 'docx')
  expect(wrong).toMatchObject({code: 2, stderr: expect.stringContaining('iati, csv, json')})
  const taken = join(folder, 'taken.json')
  await writeFile(taken, 'mine')
  const again = await command('production', 'export', taken, '--format', 'json')
  expect(await readFile(taken, 'utf8')).toBe('mine')
  expect(again).toMatchObject({code: 1, stderr: expect.stringContaining('--overwrite')})
})
