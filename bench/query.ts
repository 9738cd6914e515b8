/**
 * Compares the query engine with groq-js over the same documents in one process, and both with the
 * time to write the answer. `node bench/query.ts [--size 10000] [--only q05,q06] [--json FILE]`
 */
import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {evaluate, parse} from 'groq-js'
import type {StoredDocument} from '../lake/model/document.ts'
import {createQueryEngine} from '../lake/query/index.ts'
import {type QueryClass, queryClasses} from './query/classes.ts'
import {makeContent} from './query/content.ts'

const DATASET = {projectId: 'bench', dataset: 'bench'}
/** Long enough to even out, short enough for the slow ones. */
const TIME_PER_CLASS = 300

const {values} = parseArgs({
  options: {size: {type: 'string', default: '10000'}, only: {type: 'string'}, json: {type: 'string'}},
})
const size = Number(values.size)
const content = makeContent(size)
const {documents} = content
const only = values.only?.split(',')
const classes = queryClasses(content).filter(
  ({name}) => only === undefined || only.some((prefix) => name.startsWith(prefix)),
)

const built = performance.now()
const engine = createQueryEngine(documents, DATASET)
console.error(`${documents.length} documents, engine ready in ${Math.round(performance.now() - built)} ms`)

interface Row {
  name: string
  /** Microseconds. */
  first: number
  ours: number
  answer: number
  groqJs: number | undefined
}

const ask = ({query, perspective = 'raw', ...queryClass}: QueryClass, i: number): unknown =>
  engine.query({query, params: queryClass.params(i), perspective}).result

const askGroqJs = async ({query, ...queryClass}: QueryClass, i: number): Promise<unknown> => {
  const given = queryClass.params(i)
  const value = await evaluate(parse(query, {params: given}), {
    dataset: documents,
    params: given,
    sanity: DATASET,
  })
  return value.get()
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function timesOf(act: (i: number) => unknown, least: number): Promise<number[]> {
  const times: number[] = []
  const end = performance.now() + TIME_PER_CLASS
  for (let i = 1; times.length < least || performance.now() < end; i++) {
    const start = performance.now()
    await act(i)
    times.push((performance.now() - start) * 1000)
  }
  return times
}

/** Many short calls in one measurement: the clock is too coarse for one. */
function batchTime(act: (i: number) => unknown): number {
  const times: number[] = []
  const end = performance.now() + TIME_PER_CLASS
  for (let i = 0; performance.now() < end;) {
    const start = performance.now()
    for (let k = 0; k < 20; k++) act(i++)
    times.push(((performance.now() - start) * 1000) / 20)
  }
  return median(times)
}

async function measure(queryClass: QueryClass): Promise<Row> {
  const start = performance.now()
  const result = ask(queryClass, 0)
  const first = (performance.now() - start) * 1000
  const ours = batchTime((i) => ask(queryClass, i))
  const answer = batchTime(() => JSON.stringify(result))
  const groqJs =
    size > (queryClass.groqJsUpTo ?? Infinity)
      ? undefined
      : median(await timesOf((i) => askGroqJs(queryClass, i), 1))
  return {name: queryClass.name, first, ours, answer, groqJs}
}

const number = (value: number): string =>
  (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)).padStart(12)
console.log(
  `${'class'.padEnd(18)}${['first µs', 'ours µs', 'answer µs', 'groq-js µs', 'x groq-js', 'x answer'].map((title) => title.padStart(12)).join('')}`,
)
const rows: Row[] = []
for (const queryClass of classes) {
  const row = await measure(queryClass)
  rows.push(row)
  const ratio = row.groqJs === undefined ? '-'.padStart(12) : number(row.groqJs / row.ours)
  console.log(
    `${row.name.padEnd(18)}${number(row.first)}${number(row.ours)}${number(row.answer)}${row.groqJs === undefined ? '-'.padStart(12) : number(row.groqJs)}${ratio}${number(row.ours / row.answer)}`,
  )
}
const ratios = rows.flatMap(({groqJs, ours}) => (groqJs === undefined ? [] : [groqJs / ours]))
const geometricMean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
console.log(
  `geometric mean against groq-js ${Math.round(geometricMean).toLocaleString('en')}x; median against the answer ${median(rows.map(({ours, answer}) => ours / answer)).toFixed(2)}x; ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`,
)

/** What a change costs: to take it over, and to bring all indexes up to date when they are next asked. */
function measureChanges(): {apply: number; catchUp: number} {
  const quick = classes.filter(({name}) => (rows.find((row) => row.name === name)?.ours ?? Infinity) < 300)
  const askAll = (i: number): number => {
    const start = performance.now()
    for (const queryClass of quick) ask(queryClass, i)
    return (performance.now() - start) * 1000
  }
  const applied: number[] = []
  const caughtUp: number[] = []
  let before = documents.find(({_type}) => _type === 'project')
  for (let i = 0; before !== undefined && i < 200; i++) {
    askAll(7)
    const plain = askAll(7)
    const after: StoredDocument = {...before, _updatedAt: new Date(i * 1e9).toISOString(), amount: i}
    const start = performance.now()
    engine.apply([{documentId: before._id, before, after}])
    applied.push((performance.now() - start) * 1000)
    caughtUp.push(askAll(7) - plain)
    before = after
  }
  return {apply: median(applied), catchUp: median(caughtUp)}
}
const changes = measureChanges()
console.log(
  `a change is taken over in ${changes.apply.toFixed(1)} µs; all indexes and lists catch up in ${Math.round(changes.catchUp)} µs`,
)
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({size, rows, changes}, null, 2)}\n`)
