import {existsSync, readFileSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import type {Json, JsonObject, StoredDocument} from '../../lake/model/document.ts'
import {LakeError} from '../../lake/model/errors.ts'
import {createQueryEngine} from '../../lake/query/engine.ts'
import type {QueryEngine} from '../../lake/query/index.ts'

/**
 * The official GROQ test suite over the engine, in process. It is not part of the repository: the
 * test runs where the file lies beside the project.
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

/** Thresholds of the engine: as in use, and so that indexes answer even the smallest datasets. */
const TUNINGS = {
  'as in use': {few: 16, streamed: 512},
  'with indexes for everything': {few: 0, streamed: 2},
}

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

  it.each(Object.entries(TUNINGS))('passes %s', (_, tuning) => {
    const engines = new Map<string, QueryEngine>()
    const failures = asked.filter((test) => {
      const key = test.dataset._ref
      const engine =
        engines.get(key) ??
        createQueryEngine(documents.get(key) ?? [], {projectId: 'p', dataset: 'd'}, tuning)
      engines.set(key, engine)
      return !passes(test, engine)
    })
    expect(failures.map(({filename, name, query}) => `${filename}: ${name}: ${query}`)).toEqual([])
  })
})

function readSuite(): (SuiteTest | SuiteDataset)[] {
  const lines = gunzipSync(readFileSync(SUITE)).toString().trim().split('\n')
  return lines.map((line) => JSON.parse(line) as SuiteTest | SuiteDataset)
}

function passes({query, params, result, valid}: SuiteTest, engine: QueryEngine): boolean {
  try {
    const answer = engine.query({query, params: params ?? {}, perspective: 'raw'})
    return valid && isSame(JSON.parse(JSON.stringify(answer.result)) as Json, result)
  } catch (error) {
    if (error instanceof LakeError) return !valid
    throw error
  }
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
