/** Every query of the cookbook runs on the project's content, through the lake, and finds something. */
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {startLake, type LakeServer} from '../../lake/server.ts'
import {createFundClient} from '../../queries/index.ts'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import {projectRoot} from '../../scripts/target/environment.ts'

const cookbook = await readFile(join(projectRoot, 'docs', 'groq-cookbook.md'), 'utf8')
const recipes = [...cookbook.matchAll(/```groq\n([^]*?)```/g)].map(([, query = '']) => query.trim())

/** Content may be complete: these ask for what is missing. */
const MAY_BE_EMPTY = /!defined\(/

let folder: string
let lake: LakeServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cookbook-'))
  lake = await startLake({port: 0, dataDir: folder})
  await loadContentWhenEmpty(createFundClient({url: lake.url, token: lake.token, perspective: 'raw'}).client)
})

afterAll(async () => {
  await lake.close()
  await rm(folder, {recursive: true, force: true})
})

test('the cookbook has recipes', () => {
  expect(recipes.length).toBeGreaterThan(10)
})

test.each(recipes)('%s', async (query) => {
  const answer = await createFundClient({url: lake.url}).client.fetch<unknown>(query)
  const found = Array.isArray(answer) ? answer : Object.values(answer ?? {}).flat()
  expect(Array.isArray(answer) || typeof answer === 'object').toBe(true)
  expect(MAY_BE_EMPTY.test(query) || found.length > 0).toBe(true)
})
