import {describe, expect, it} from 'vitest'
import type {StoredDocument} from '../../lake/model/document.ts'
import {createQueryEngine} from '../../lake/query/engine.ts'
import {Random} from './groq/random.ts'
import {WORDS, randomDocument, randomId} from './groq/randomDocuments.ts'

/** `text::query` has no oracle: the word index must find what a walk over all documents finds. */
const WALK = {few: Infinity, streamed: 0}
const INDEXES = {few: 0, streamed: 0}
const NAME = {projectId: 'p', dataset: 'd'}
const QUERY =
  '*[[@, _id] match text::query($q) || references($q)] | score([@, _id] match text::query($q)){_id, _score}'

function randomSearch(random: Random): string {
  const word = (): string => random.pick(WORDS)
  const term = (): string =>
    random.pick([
      word(),
      `${word().slice(0, 2)}*`,
      `"${word()} ${word()}"`,
      `-${word()}`,
      randomId(random),
      '*',
    ])
  return random.times(1 + random.below(3), term).join(' ')
}

describe('text::query', () => {
  it.each(Array.from({length: 20}, (_, i) => i + 1))(
    'finds the same with and without indexes, seed %i',
    (seed) => {
      const random = new Random(seed)
      const documents = new Map<string, StoredDocument>()
      for (let i = 0; i < 60; i++) {
        const document = randomDocument(random)
        documents.set(document._id, document)
      }
      const walk = createQueryEngine(documents.values(), NAME, WALK)
      const indexes = createQueryEngine(documents.values(), NAME, INDEXES)
      for (let i = 0; i < 40; i++) {
        const request = {query: QUERY, params: {q: randomSearch(random)}, perspective: 'drafts' as const}
        expect(indexes.query(request).result).toEqual(walk.query(request).result)
        const document = randomDocument(random)
        const before = documents.get(document._id) ?? null
        documents.set(document._id, document)
        for (const engine of [walk, indexes]) {
          engine.apply([{documentId: document._id, before, after: document}])
        }
      }
    },
  )
})
