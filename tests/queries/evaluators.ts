import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {evaluate, parse} from 'groq-js'

import {startLake, type LakeServer} from '../../lake/server.ts'
import {
  createFundClient,
  questions,
  type Answer,
  type QueryName,
  type QuestionParams,
} from '../../queries/index.ts'
import type {TestDocument} from './documents.ts'

/** Something that answers the library's questions about the documents it is given, as the public sees them. */
export interface Evaluator {
  name: string
  ask: <Name extends QueryName>(
    documents: TestDocument[],
    name: Name,
    params: QuestionParams<Name>,
  ) => Promise<Answer<Name>>
  close: () => Promise<void>
}

/** groq-js over the published documents in memory. */
const groqJs: Evaluator = {
  name: 'groq-js',
  async ask(documents, name, params) {
    const {query, params: schema} = questions[name]
    const checked = schema.parse(params)
    const dataset = structuredClone(documents.filter(({_id}) => !_id.includes('.')))
    const value = await evaluate(parse(query, {params: checked}), {dataset, params: checked})
    return value.get()
  },
  async close() {},
}

/** A real lake over HTTP, asked without a token; each list of documents is a dataset of its own. */
function lakeOverHttp(): Evaluator {
  let started: Promise<{lake: LakeServer; folder: string}> | undefined
  const datasets = new Map<string, Promise<string>>()

  async function start() {
    const folder = await mkdtemp(join(tmpdir(), 'queries-'))
    return {folder, lake: await startLake({port: 0, dataDir: folder})}
  }

  async function datasetOf(lake: LakeServer, documents: TestDocument[]): Promise<string> {
    const key = JSON.stringify(documents)
    const filled = datasets.get(key) ?? fill(lake, documents, `tiny-${datasets.size}`)
    datasets.set(key, filled)
    return filled
  }

  return {
    name: 'the lake over HTTP',
    async ask(documents, name, params) {
      started ??= start()
      const {lake} = await started
      const dataset = await datasetOf(lake, documents)
      return createFundClient({url: lake.url, dataset}).ask(name, params)
    },
    async close() {
      if (!started) return
      const {lake, folder} = await started
      await lake.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}

async function fill(lake: LakeServer, documents: TestDocument[], dataset: string): Promise<string> {
  lake.lake.createDataset('local', dataset)
  const writer = createFundClient({url: lake.url, dataset, token: lake.token, perspective: 'raw'}).client
  const transaction = writer.transaction()
  for (const document of documents) transaction.create(weakened(document))
  await transaction.commit({visibility: 'sync'})
  return dataset
}

/** References that need no target: the tiny documents leave out what their test is not about. */
function weakened<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && '_ref' in part ? {...part, _weak: true} : part,
    ),
  )
}

export const evaluators = [groqJs, lakeOverHttp()]
