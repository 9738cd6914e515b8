import {expect, test} from 'vitest'

import {batchesOf, type SyncMutation} from './batches.ts'

const to = (_ref: string) => ({_type: 'reference', _ref})
const stored = (_id: string, rest = {}) => ({
  _id,
  _type: 'note',
  _rev: `rev-${_id}`,
  _createdAt: '2020-01-01T00:00:00Z',
  _updatedAt: '2020-01-01T00:00:00Z',
  ...rest,
})
const named = (mutation: SyncMutation): string => {
  if ('create' in mutation) return `create ${mutation.create._id}`
  if ('createOrReplace' in mutation) return `replace ${mutation.createOrReplace._id}`
  if ('delete' in mutation) return `delete ${mutation.delete.id}`
  return `if ${mutation.patch.ifRevisionID}`
}

test('what is referred to comes first, deletions last and the other way round, each on its revision', () => {
  const batches = batchesOf({
    writes: [
      {document: {_id: 'annex', _type: 'note', next: to('agreement')}},
      {document: {_id: 'agreement', _type: 'note'}, before: stored('agreement')},
    ],
    deletions: [stored('fund'), stored('round', {next: to('fund')})],
  })
  expect(batches.map(({mutations}) => mutations.map(named))).toEqual([
    [
      'if rev-agreement',
      'replace agreement',
      'create annex',
      'if rev-round',
      'delete round',
      'if rev-fund',
      'delete fund',
    ],
  ])
  expect(batches[0]?.documents).toBe(4)
})

test('more than the service takes goes in several transactions, a circle in one', () => {
  const text = 'x'.repeat(900_000)
  const batches = batchesOf({
    writes: [
      {document: {_id: 'last', _type: 'note', next: to('a'), text}},
      {document: {_id: 'a', _type: 'note', next: to('b'), text}},
      {document: {_id: 'b', _type: 'note', next: to('a'), text}},
      {document: {_id: 'first', _type: 'note', text}},
    ],
    deletions: [],
  })
  expect(batches.map(({mutations}) => mutations.map(named).toSorted())).toEqual([
    ['create a', 'create b'],
    ['create first', 'create last'],
  ])
})
