/** Compares the query engine with groq-js over the same documents, and both with writing the answer. */
import {evaluate, parse} from 'groq-js'
import type {StoredDocument} from '../../lake/model/document.ts'
import {LakeError} from '../../lake/model/errors.ts'
import {Answers, createQueryEngine, writeAnswer} from '../../lake/query/index.ts'
import {finishPart, partOptions} from '../part.ts'
import {type QueryClass, queryClasses} from '../query/classes.ts'
import {makeContent} from '../query/content.ts'
import {median} from '../statistics.ts'

export interface QueryOptions {
  size: number
  groqJs: boolean
  only?: string[]
}

/** Times in microseconds. */
export interface QueryRow {
  name: string
  first: number
  ours: number
  /** The same request as text, when nothing has changed since. */
  again: number
  answer: number
  groqJs?: number
}

export interface QueryResult {
  rows: QueryRow[]
  /** Classes that got no answer, with the reason, such as the deadline. */
  refused: {name: string; reason: string}[]
  /** Microseconds: to take a change over, and to bring what was indexed up to date with it. */
  change: {apply: number; catchUp: number}
}

const DATASET = {projectId: 'bench', dataset: 'bench'}
/** Long enough to even out, short enough for the slow ones. */
const WARM_UP = 20
const MS_PER_CLASS = 300

const {size, groqJs: withGroqJs, only} = partOptions() as QueryOptions
const content = makeContent(size)
// groq-js needs them all at once; our engine keeps what it needs by itself.
const documents = withGroqJs ? [...content.documents()] : content.documents()
const engine = createQueryEngine(documents, DATASET)
const answers = new Answers(engine, {
  query: (request) => Promise.resolve(writeAnswer(engine.query(request))),
  apply: () => undefined,
  close: () => undefined,
})
const classes = queryClasses(content).filter(
  ({name}) => only === undefined || only.some((prefix) => name.startsWith(prefix)),
)

const rows: QueryRow[] = []
const refused: QueryResult['refused'] = []
for (const queryClass of classes) {
  try {
    rows.push(await measure(queryClass))
  } catch (error) {
    refused.push({name: queryClass.name, reason: String(error)})
  }
}
finishPart({rows, refused, change: measureChanges()} satisfies QueryResult)

function ask({query, perspective = 'raw', ...queryClass}: QueryClass, i: number): unknown {
  return engine.query({query, params: queryClass.params(i), perspective}).result
}

/** Asks again when an index is not made within the time of one query, as the lake advises. */
function askUntilMade(queryClass: QueryClass): unknown {
  try {
    return ask(queryClass, 0)
  } catch (error) {
    if (error instanceof LakeError && error.message.includes('ask again')) return askUntilMade(queryClass)
    throw error
  }
}

/** The median time of a request that was answered before. */
async function againTime({query, perspective = 'raw', ...queryClass}: QueryClass): Promise<number> {
  const request = {query, params: queryClass.params(0), perspective}
  const times: number[] = []
  const end = performance.now() + MS_PER_CLASS
  while (performance.now() < end) {
    const start = performance.now()
    for (let k = 0; k < 20; k++) await answers.query(request)
    times.push(((performance.now() - start) * 1000) / 20)
  }
  return median(times)
}

async function askGroqJs({query, ...queryClass}: QueryClass, i: number): Promise<unknown> {
  const given = queryClass.params(i)
  const value = await evaluate(parse(query, {params: given}), {
    dataset: documents,
    params: given,
    sanity: DATASET,
  })
  return value.get()
}

async function groqJsTime(queryClass: QueryClass): Promise<number | undefined> {
  if (!withGroqJs || size > (queryClass.groqJsUpTo ?? Infinity)) return undefined
  const times: number[] = []
  const end = performance.now() + MS_PER_CLASS
  for (let i = 1; times.length === 0 || performance.now() < end; i++) {
    const start = performance.now()
    await askGroqJs(queryClass, i)
    times.push((performance.now() - start) * 1000)
  }
  return median(times)
}

/** Many short calls in one measurement: the clock is too coarse for one. */
function batchTime(act: (i: number) => unknown): number {
  const times: number[] = []
  const end = performance.now() + MS_PER_CLASS
  for (let i = 0; performance.now() < end;) {
    const start = performance.now()
    for (let k = 0; k < 20; k++) act(i++)
    times.push(((performance.now() - start) * 1000) / 20)
  }
  return median(times)
}

async function measure(queryClass: QueryClass): Promise<QueryRow> {
  const start = performance.now()
  const result = askUntilMade(queryClass)
  const first = (performance.now() - start) * 1000
  // Some lists are made when they are wanted again: that is no part of what each asking takes.
  for (let i = 1; i <= WARM_UP; i++) ask(queryClass, i)
  const ours = batchTime((i) => ask(queryClass, i))
  const again = await againTime(queryClass)
  const answer = batchTime(() => JSON.stringify(result))
  const groqJs = await groqJsTime(queryClass)
  return {name: queryClass.name, first, ours, again, answer, ...(groqJs === undefined ? {} : {groqJs})}
}

function measureChanges(): QueryResult['change'] {
  const quick = classes.filter(({name}) => (rows.find((row) => row.name === name)?.ours ?? Infinity) < 300)
  const askAll = (): number => {
    const start = performance.now()
    for (const queryClass of quick) ask(queryClass, 7)
    return (performance.now() - start) * 1000
  }
  const applied: number[] = []
  const caughtUp: number[] = []
  const found = engine.query({query: '*[_type == "project"][0]', params: {}, perspective: 'raw'})
  let before = found.result as StoredDocument
  for (let i = 0; i < 200; i++) {
    askAll()
    const plain = askAll()
    const after: StoredDocument = {...before, _updatedAt: new Date(i * 1e9).toISOString(), amount: i}
    const start = performance.now()
    engine.apply([{documentId: before._id, before, after}])
    applied.push((performance.now() - start) * 1000)
    caughtUp.push(askAll() - plain)
    before = after
  }
  return {apply: median(applied), catchUp: median(caughtUp)}
}
