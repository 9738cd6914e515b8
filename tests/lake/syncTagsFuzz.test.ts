/**
 * Random queries and random changes: an answer that is given again equals a fresh one, and a change
 * that alters an answer bears one of its sync tags. `FUZZ_DATASETS=1000` runs longer, `FUZZ_SEED`
 * starts elsewhere.
 */
import {expect, test} from 'vitest'
import type {StoredDocument} from '../../lake/model/document.ts'
import {publishedIdOf} from '../../lake/model/ids.ts'
import {
  Answers,
  type DocumentChange,
  Isolation,
  type Perspective,
  type QueryRequest,
  createQueryEngine,
} from '../../lake/query/index.ts'
import {Random} from './groq/random.ts'
import {TYPES, randomDocument, randomId, randomText} from './groq/randomDocuments.ts'
import {QueryMaker} from './groq/randomQuery.ts'

const DATASETS = Number(process.env['FUZZ_DATASETS'] ?? 40)
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
const QUERIES = 12
const ROUNDS = 12
const NAME = {projectId: 'p', dataset: 'd'}

const PERSPECTIVES: [Perspective, ...Perspective[]] = [
  'raw',
  'published',
  'drafts',
  ['spring', 'drafts'],
  ['autumn', 'spring'],
]
const isPublic = (id: string): boolean => !id.includes('.')

/** A query as frontends ask them, which reads few documents. */
function narrowQuery(random: Random): Pick<QueryRequest, 'query' | 'params'> {
  const params = {
    id: randomId(random),
    type: random.pick(TYPES),
    ids: random.times(3, () => randomId(random)),
  }
  const condition = (): string =>
    random.pick([
      '_id == $id',
      '_id in $ids',
      'slug.current == $id',
      '_type == $type && slug.current in $ids',
      '$type == _type && done',
      '_type in [$type, "place"]',
      'round._ref == $id',
      '$id in places[]._ref',
      'places[0]._ref == $id',
      'nested.items[].x[0]._ref == $id',
      '_system.group._ref == $id',
      'references($ids)',
      'references($id) || (_type == $type && slug.current == "a")',
      '_type == $type && round->_type == $type',
      'sanity::versionOf($id)',
    ])
  const inner = random.pick([
    '_type == ^._type && slug.current == "a"',
    'references(^._id)',
    '_id == ^.round._ref',
    '_type == "place" && _id in ^.places[]._ref',
  ])
  const projection = random.pick([
    '',
    '._id',
    '{..., "round": round->{title, "next": round->title}}',
    `{_id, "places": places[]->title, "n": count(*[${inner}])}`,
    `{"found": *[${inner} && ${condition()}][0]{title, "r": round->}}`,
  ])
  const slice = random.pick(['', '[0]', ' | order(title)[0...2]'])
  return {query: `*[${condition()}]${slice}${projection}`, params}
}

function randomRequest(random: Random): QueryRequest {
  const perspective = random.pick(PERSPECTIVES)
  const query = random.chance(0.6) ? narrowQuery(random) : QueryMaker.make(random, perspective === 'raw')
  return {
    ...query,
    perspective,
    publicOnly: random.chance(0.2),
    ...(random.chance(0.1) ? {sourceMap: 'key'} : {}),
  }
}

/** As the lake notes it in every document. */
const withGroup = (document: StoredDocument): StoredDocument => ({
  _system: {group: {_ref: publishedIdOf(document._id)}},
  ...document,
})

/** What becomes of a few documents: new ones, deleted ones, and such that change a little. */
function randomChanges(random: Random, stored: Map<string, StoredDocument>): DocumentChange[] {
  const ids = new Set(random.times(1 + random.below(2), () => randomId(random)))
  return [...ids].map((documentId) => {
    const before = stored.get(documentId) ?? null
    const edited = before !== null && random.chance(0.5) ? {...before, title: randomText(random)} : undefined
    const after = random.chance(0.25) ? null : withGroup(edited ?? randomDocument(random, documentId))
    if (after === null) stored.delete(documentId)
    else stored.set(documentId, after)
    return {documentId, before, after}
  })
}

test.each(Array.from({length: DATASETS}, (_, i) => SEED + i))('seed %i', async (seed) => {
  const random = new Random(seed)
  const stored = new Map<string, StoredDocument>()
  for (let i = 0; i < 30; i++) {
    const document = randomDocument(random)
    stored.set(document._id, document)
  }
  const tuning = random.pick([
    {few: 16, streamed: 512, subjects: 50},
    {few: 0, streamed: 0, subjects: 4},
    {few: 2, streamed: 3, subjects: 1},
  ])
  const engine = createQueryEngine(stored.values(), NAME, tuning)
  const answers = new Answers(engine, new Isolation(engine, stored, NAME))
  const written = async (request: QueryRequest): Promise<unknown> => {
    const {ms: _, ...answer} = JSON.parse(await answers.query(request)) as {ms: number}
    return answer
  }
  const fresh = (request: QueryRequest) => {
    const {result, syncTags, sourceMap} = engine.query(request)
    const text = JSON.stringify({result, resultSourceMap: sourceMap})
    return {
      text,
      syncTags,
      answer: JSON.parse(JSON.stringify({result, syncTags, resultSourceMap: sourceMap})),
    }
  }
  const requests = random.times(QUERIES, () => randomRequest(random))
  for (let round = 0; round < ROUNDS; round++) {
    const before = requests.map(fresh)
    for (const request of requests) await written(request)
    // Some transactions share a commit: they are all taken over before the first is announced.
    const transactions = random.times(1 + random.below(2), () => {
      const changes = randomChanges(random, stored)
      engine.apply(changes)
      return changes
    })
    const tags = transactions.flatMap((changes) => engine.tagsOf(changes))
    const publicTags = transactions.flatMap((changes) => engine.tagsOf(changes, isPublic))
    for (const changes of transactions) answers.apply(changes)
    for (const [at, request] of requests.entries()) {
      const was = before[at]
      const is = fresh(request)
      const heard = request.publicOnly || request.perspective === 'published' ? publicTags : tags
      const isHeard = was?.syncTags.some((tag) => heard.includes(tag)) === true
      const isMissed = was?.text !== is.text && !isHeard
      expect({...request, isMissed}).toEqual({...request, isMissed: false})
      const given = await written(request)
      expect({...request, given}).toEqual({...request, given: is.answer})
    }
  }
})
