import {existsSync, readFileSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {parseJsonPath} from '@sanity/client/csm'
import {describe, expect, it} from 'vitest'
import type {Json, JsonObject, StoredDocument} from '../../lake/model/document.ts'
import {LakeError} from '../../lake/model/errors.ts'
import {createQueryEngine} from '../../lake/query/engine.ts'
import type {QueryEngine} from '../../lake/query/index.ts'
import {type RunningLake, runLake} from './runningLake.ts'

/**
 * The official GROQ test suite: over HTTP as clients ask, and in process with thresholds that make
 * indexes answer even the smallest datasets. It is not part of the repository: the test runs where the
 * file lies beside the project.
 *
 * What this does not prove: the API v1 dialect, which the engine does not have,
 * the `perf/` queries, whose data is not in the file, and the order of lists that no `order()` asked for.
 */
const SUITE = new URL('../../../shared/groq-test-suite.ndjson.gz', import.meta.url)

interface SuiteTest {
  _id: string
  _type: 'test'
  name: string
  dataset: {_ref: string}
  query: string
  params: JsonObject | null
  result: Json
  valid: boolean
  version?: string
  features: string[]
  filename: string
}

interface SuiteDataset {
  _id: string
  _type: 'dataset'
  documents?: StoredDocument[]
}

/** Tests that are not asked, by the reason. */
function reasonToSkip({version, filename}: SuiteTest): string | undefined {
  if (version === '0.1') return 'the API v1 dialect is another language'
  return filename.startsWith('perf/') ? 'its dataset is not in the file' : undefined
}

/** So that indexes answer even the smallest datasets. */
const INDEXES_FOR_EVERYTHING = {few: 0, streamed: 2}

/** What the lake adds to each document, which the suite's results don't have. */
const ADDED = new Set(['_createdAt', '_updatedAt', '_rev', '_system'])

describe.skipIf(!existsSync(SUITE))('the official GROQ suite', () => {
  const rows = existsSync(SUITE) ? readSuite() : []
  const documents = new Map(
    rows.flatMap((row) => (row._type === 'dataset' ? [[row._id, row.documents ?? []]] : [])),
  )
  const tests = rows.filter((row) => row._type === 'test')
  const asked = tests.filter((test) => reasonToSkip(test) === undefined)

  it('is asked but for what the engine does not have', () => {
    expect(tests.length).toBe(10_263)
    expect(asked.length).toBe(9_951)
  })

  it('passes over HTTP', {timeout: 180_000}, async () => {
    const lake = await runLake()
    try {
      const datasets = await fillLake(lake, documents)
      const failures: SuiteTest[] = []
      for (const test of asked) {
        const answer = await askOverHttp(lake, datasets.get(test.dataset._ref) ?? 'production', test)
        if (!isExpected(test, answer)) failures.push(test)
      }
      expect(failures.map(nameOf)).toEqual([])
    } finally {
      await lake.stop()
    }
  })

  it('passes with indexes for everything', () => {
    const engineFor = engines()
    const failures = asked.filter((test) => !isExpected(test, askInProcess(engineFor(test), test)))
    expect(failures.map(nameOf)).toEqual([])
  })

  it('passes with source maps, whose every value stands where they say', () => {
    const engineFor = engines()
    const failures = asked.filter((test) => {
      const stored = documents.get(test.dataset._ref) ?? []
      return !isExpected(test, askWithSourceMap(engineFor(test), stored, test))
    })
    expect(failures.map(nameOf)).toEqual([])
  })

  /** An engine for each dataset, made when it is first asked. */
  function engines(): (test: SuiteTest) => QueryEngine {
    const made = new Map<string, QueryEngine>()
    return ({dataset: {_ref: key}}) => {
      const engine =
        made.get(key) ??
        createQueryEngine(documents.get(key) ?? [], {projectId: 'p', dataset: 'd'}, INDEXES_FOR_EVERYTHING)
      made.set(key, engine)
      return engine
    }
  }
})

/** Asks for a source map too; throws when a value of the result is not where the map says. */
function askWithSourceMap(engine: QueryEngine, stored: readonly StoredDocument[], test: SuiteTest): Answer {
  const {query, params} = test
  try {
    const {result, sourceMap} = engine.query({
      query,
      params: params ?? {},
      perspective: 'raw',
      sourceMap: 'index',
    })
    for (const [place, {source}] of Object.entries(sourceMap?.mappings ?? {})) {
      if (source.type !== 'documentValue') continue
      const id = sourceMap?.documents[source.document]?._id
      const document = stored.find(({_id}) => _id === id)
      const path = sourceMap?.paths[source.path] ?? ''
      if (!isDeepStrictEqual(valueAt(result, place), valueAt(document ?? null, path))) {
        throw new Error(`${nameOf(test)}: ${place} is not ${path} of ${id}`)
      }
    }
    return JSON.parse(JSON.stringify(result)) as Json
  } catch (error) {
    if (error instanceof LakeError) return undefined
    throw error
  }
}

const valueAt = (root: Json, path: string): Json | undefined =>
  parseJsonPath(path).reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)]
    return isObject(value) && typeof step === 'string' ? value[step] : undefined
  }, root)

const nameOf = ({filename, name, query}: SuiteTest): string => `${filename}: ${name}: ${query}`

/** Puts each dataset of the suite into one of the lake; gives their names. */
async function fillLake(
  lake: RunningLake,
  documents: ReadonlyMap<string, StoredDocument[]>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const [id, contents] of documents) {
    const name = `suite-${names.size}`
    names.set(id, name)
    await post(lake, `/v2025-02-19/projects/local/datasets/${name}`, {aclMode: 'public'}, 'PUT')
    const mutations = contents.map((document) => ({createOrReplace: document}))
    if (mutations.length > 0) await post(lake, `/v2025-02-19/data/mutate/${name}`, {mutations})
  }
  return names
}

async function post(lake: RunningLake, path: string, body: object, method = 'POST'): Promise<void> {
  const response = await lake.request(path, json(body, method))
  if (!response.ok) throw new Error(`${response.status} for ${path}: ${await response.text()}`)
}

const json = (body: object, method = 'POST') => ({
  method,
  headers: {'content-type': 'application/json'},
  body: JSON.stringify(body),
})

/** The answer to a query; undefined where it is refused. */
type Answer = Json | undefined

async function askOverHttp(lake: RunningLake, dataset: string, test: SuiteTest): Promise<Answer> {
  const {query, params} = test
  const path = `/v2025-02-19/data/query/${dataset}?perspective=raw`
  const response = await lake.request(path, json({query, params: params ?? {}}))
  const body = (await response.json()) as {result?: Json}
  if (response.ok) return body.result ?? null
  if (response.status === 400) return undefined
  throw new Error(`${response.status} for ${nameOf(test)}: ${JSON.stringify(body)}`)
}

function askInProcess(engine: QueryEngine, {query, params}: SuiteTest): Answer {
  try {
    const {result} = engine.query({query, params: params ?? {}, perspective: 'raw'})
    return JSON.parse(JSON.stringify(result)) as Json
  } catch (error) {
    if (error instanceof LakeError) return undefined
    throw error
  }
}

const isExpected = ({result, valid}: SuiteTest, answer: Answer): boolean =>
  answer === undefined ? !valid : valid && isSame(withoutAdded(answer), withoutAdded(result))

function withoutAdded(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutAdded)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => !ADDED.has(name))
  return Object.fromEntries(kept.map(([name, child]) => [name, withoutAdded(child)]))
}

function readSuite(): (SuiteTest | SuiteDataset)[] {
  const lines = gunzipSync(readFileSync(SUITE)).toString().trim().split('\n')
  return lines.map((line) => JSON.parse(line) as SuiteTest | SuiteDataset)
}

/** Lists are compared as sets of items; scores by the rank that the suite expects. */
function isSame(actual: Json, expected: Json): boolean {
  if (!Array.isArray(actual) || !Array.isArray(expected)) return isDeepStrictEqual(actual, expected)
  const ranks = expected.flatMap((item) => rankOf(item) ?? [])
  if (ranks.length > 0) return isDeepStrictEqual(ranksByScore(actual), ranks.sort())
  const texts = (items: Json[]): string[] => items.map(canonical).sort()
  return isDeepStrictEqual(texts(actual), texts(expected))
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rankOf = (item: Json): string | undefined =>
  isObject(item) && '_pos' in item ? canonical([item['_id'] ?? null, item['_pos'] ?? null]) : undefined

function ranksByScore(items: Json[]): string[] {
  const rows = items.filter(isObject)
  const scores = [...new Set(rows.map((row) => Number(row['_score'])))].sort((a, b) => b - a)
  const rank = (row: JsonObject): number => scores.indexOf(Number(row['_score'])) + 1
  return rows.map((row) => canonical([row['_id'] ?? null, rank(row)])).sort()
}

/** A text that does not depend on the order of attributes. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`
}
