/**
 * Every query of the cookbook, and every example of the API reference, runs on the project's content,
 * through the lake, and finds something.
 */
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {startLake, type LakeServer} from '../../lake/server.ts'
import {answerSchemas} from '../../queries/answerSchemas.ts'
import {createFundClient, legacyUrls, type QueryName, questions} from '../../queries/index.ts'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import {readModule} from '../../scripts/docs/readModule.ts'
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

/** The parameters of the example, which is one call of `ask`: an object of plain values. */
function exampleOf(name: QueryName): Record<string, unknown> {
  const query = readModule(join(projectRoot, 'queries', `${name}.ts`)).find(
    (exported) => exported.name === `${name}Query`,
  )
  const [, params = ''] =
    new RegExp(`fund\\.ask\\('${name}', (\\{.*\\})\\)`).exec(query?.doc?.examples[0] ?? '') ?? []
  return JSON.parse(params.replaceAll(/(\w+): /g, '"$1": ').replaceAll("'", '"')) as Record<string, unknown>
}

/** Its example makes the parameters of an old address first. */
const oldAddress = '/nl/900-000-euro-voor-vlaams-iao-trustfonds'
const asked = (Object.keys(questions) as QueryName[]).map((name) => ({
  name,
  params: name === 'redirect' ? {path: oldAddress, urls: legacyUrls(oldAddress)} : exampleOf(name),
}))

test.each(asked)('the example of $name in the API reference', async ({name, params}) => {
  // Checked too: what the lake answers is what TypeGen says of it.
  const fund = createFundClient({url: lake.url, answers: answerSchemas})
  const answer: unknown = await fund.ask(name, questions[name].params.parse(params))
  const found = Array.isArray(answer) ? answer : Object.values(answer ?? {}).filter((value) => value !== null)
  expect(found.length).toBeGreaterThan(0)
})
