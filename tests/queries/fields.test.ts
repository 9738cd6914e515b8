/**
 * Every field that GROQ names is one of the schema, so that a field that gets another name turns this red
 * wherever it is asked for: in the library, the Studio, the cookbook.
 *
 * What this does not prove: that the field is one of the type that is asked, where another type has a
 * field of that name. What is answered is typed too: where TypeGen finds no field, what is done with it
 * does not compile.
 */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {parse} from 'groq-js'
import {describe, expect, test} from 'vitest'

import {questions} from '../../queries/index.ts'
import {generatedFolder} from '../../scripts/typegen/generate.ts'
import {projectRoot} from '../../scripts/target/environment.ts'
import {CONTENT_QUERY} from '../../studio/manage/contentQuery.ts'
import {OVERVIEW_QUERY} from '../../studio/overview/overviewQuery.ts'
import {EXAMPLES_QUERY} from '../../studio/vision/savedQueries.ts'

const schema: unknown = JSON.parse(await readFile(join(generatedFolder, 'schema.json'), 'utf8'))
const cookbook = await readFile(join(projectRoot, 'docs', 'groq-cookbook.md'), 'utf8')
const recipes = [...cookbook.matchAll(/```groq\n([^]*?)```/g)].map(([, query = '']) => query)

const asked: [string, string][] = [
  ...Object.entries(questions).map(([name, {query}]): [string, string] => [`the question ${name}`, query]),
  ['the overview', OVERVIEW_QUERY],
  ['what the Studio manages', CONTENT_QUERY],
  ['the examples in Vision', EXAMPLES_QUERY],
  ...recipes.map((query): [string, string] => [`the recipe ${query.trim().split('\n')[0]}`, query]),
]

/** Every object in a tree of JSON. */
function* objectsIn(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node as Record<string, unknown>
  for (const value of Object.values(node)) yield* objectsIn(value)
}

/** The fields of all types, and what GROQ itself adds. */
const fields = new Set([
  ...[...objectsIn(schema)].flatMap(({attributes}) => (attributes ? Object.keys(attributes) : [])),
  '_score',
])

/** Slices want numbers before a query can be read. */
const SLICE = {from: 0, to: 1}

/** What a query reads by name, but for what it has named itself. */
function fieldsReadBy(query: string): string[] {
  const nodes = [...objectsIn(parse(query, {params: SLICE}))]
  const ownNames = new Set(
    nodes
      .filter(({type, value}) => type === 'ObjectAttributeValue' && !isPlainField(value))
      .map(({name}) => name),
  )
  return nodes.flatMap(({type, name}) =>
    type === 'AccessAttribute' && typeof name === 'string' && !ownNames.has(name) ? [name] : [],
  )
}

/** `{title}` reads a field and names nothing anew. */
function isPlainField(value: unknown): boolean {
  return [...objectsIn(value)].length === 1
}

describe('is a field of the schema, all that is named by', () => {
  test.each(asked)('%s', (_, query) => {
    const read = fieldsReadBy(query)
    expect(read.length).toBeGreaterThan(0)
    expect(read.filter((name) => !fields.has(name))).toEqual([])
  })
})
