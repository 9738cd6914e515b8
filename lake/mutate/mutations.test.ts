import {describe, expect, test} from 'vitest'
import type {Json, JsonObject} from '../model/document.ts'
import {PAGE, after, mutate, mutationError, refusal} from './mutations.fixture.ts'
import {contextOf, viewOf} from './view.fixture.ts'

describe('create', () => {
  test('stamps revision, times and place', () => {
    const outcome = mutate([{create: {_id: 'drafts.new', _type: 'page', title: 'New'}}])
    expect(outcome.results).toEqual([{id: 'drafts.new', operation: 'create'}])
    expect(after(outcome, 'drafts.new')).toEqual({
      _id: 'drafts.new',
      _type: 'page',
      _rev: 'tx',
      _createdAt: '2026-02-02T00:00:00.000Z',
      _updatedAt: '2026-02-02T00:00:00.000Z',
      _system: {group: {_ref: 'new', _type: 'reference', _weak: true}, bundleId: 'drafts'},
      title: 'New',
    })
  })

  test('says of a version which release it is in', () => {
    const outcome = mutate([{create: {_id: 'versions.spring.new', _type: 'page'}}])
    expect(after(outcome, 'versions.spring.new')?._system).toEqual({
      group: {_ref: 'new', _type: 'reference', _weak: true},
      bundleId: 'spring',
      release: {_ref: '_.releases.spring', _weak: true},
      scopeId: 'spring',
    })
  })

  test('keeps a creation time, and takes nobody’s word for revision and place', () => {
    const sent = {_createdAt: '2020-01-01T00:00:00Z', _rev: 'x', _updatedAt: 'y', _system: {delete: true}}
    const document = after(mutate([{create: {_id: 'new', _type: 'page', ...sent}}]), 'new')
    expect(document).toMatchObject({
      _createdAt: '2020-01-01T00:00:00Z',
      _rev: 'tx',
      _updatedAt: '2026-02-02T00:00:00.000Z',
    })
    expect(document?._system).not.toHaveProperty('delete')
  })

  test('generates the id, or what follows a prefix', () => {
    const {results, mutations} = mutate([
      {create: {_type: 'page'}},
      {create: {_id: 'drafts.', _type: 'page'}},
    ])
    expect(results.map(({id}) => id)).toEqual(['generated1', 'drafts.generated2'])
    expect(mutations).toMatchObject([{create: {_id: 'generated1'}}, {create: {_id: 'drafts.generated2'}}])
  })

  test('gives items of arrays the keys that they lack, when asked', () => {
    const list: Json = [{a: [{}]}, {_key: 'mine'}, 'text']
    const outcome = mutate(
      [{create: {_id: 'new', _type: 'page', list}}],
      viewOf(),
      contextOf({autoGenerateArrayKeys: true}),
    )
    expect(after(outcome, 'new')?.list).toEqual([{_key: 'key2', a: [{_key: 'key1'}]}, {_key: 'mine'}, 'text'])
    expect(outcome.mutations).toMatchObject([{create: {list: [{_key: 'key2'}, {_key: 'mine'}, 'text']}}])
  })

  test.each(['a..b', 'ä', '-a', 'a b', 'x'.repeat(129)])('refuses the id %j', (id) => {
    expect(refusal([{create: {_id: id, _type: 'page'}}])).toMatchObject({
      status: 400,
      body: mutationError(0, {description: `Malformed document ID: "${id}"`}),
    })
  })

  test('refuses an id that is taken', () => {
    expect(refusal([{create: {_id: 'other', _type: 'page'}}, {create: PAGE}])).toEqual({
      status: 409,
      body: mutationError(1, {type: 'documentAlreadyExistsError', id: 'page'}),
    })
  })
})

describe('createIfNotExists and createOrReplace', () => {
  test('leave alone, or replace and keep the creation time', () => {
    const kept = mutate([{createIfNotExists: {...PAGE, title: 'Other'}}])
    expect(kept).toMatchObject({results: [{id: 'page', operation: 'none'}], changes: []})

    const replaced = mutate([{createOrReplace: {_id: 'page', _type: 'page', title: 'Other'}}])
    expect(replaced.results).toEqual([{id: 'page', operation: 'update'}])
    expect(after(replaced, 'page')).toMatchObject({title: 'Other', _createdAt: '2026-01-01T00:00:00.000Z'})
    expect(after(replaced, 'page')).not.toHaveProperty('count')
  })

  test('may change the type of a document only while nothing refers to it', () => {
    const replacement = [{createOrReplace: {_id: 'page', _type: 'other'}}]
    expect(after(mutate(replacement), 'page')?._type).toBe('other')
    expect(refusal(replacement, viewOf(PAGE, {_id: 'a', _type: 'a', ref: {_ref: 'page'}}))).toEqual({
      status: 409,
      body: mutationError(0, {type: 'cannotModifyImmutableAttributeError', attribute: '_type'}),
    })
  })
})

describe('patch', () => {
  test('applies setIfMissing, set, unset, inc, dec and insert in this order', () => {
    const outcome = mutate([
      {
        patch: {
          id: 'page',
          insert: {after: 'list[-1]', items: ['b']},
          inc: {count: 5},
          dec: {count: 1},
          unset: ['title'],
          set: {'nested.value': 1},
          setIfMissing: {list: ['a'], count: 100},
        },
      },
    ])
    expect(after(outcome, 'page')).toMatchObject({count: 5, nested: {value: 1}, list: ['a', 'b']})
    expect(after(outcome, 'page')).not.toHaveProperty('title')
  })

  test('is recorded for each document that its query selected', () => {
    const outcome = mutate([{patch: {query: 'page', set: {title: 'New'}}}], viewOf(PAGE, {...PAGE, _id: 'b'}))
    expect(outcome.results).toEqual([
      {id: 'page', operation: 'update'},
      {id: 'b', operation: 'update'},
    ])
    expect(outcome.changes.map(({mutations}) => mutations)).toEqual([
      [{patch: {id: 'page', set: {title: 'New'}}}],
      [{patch: {id: 'b', set: {title: 'New'}}}],
    ])
  })

  test('writes a revision even when it changes nothing, for the Studio waits for it', () => {
    expect(after(mutate([{patch: {id: 'page', unset: ['nothing']}}]), 'page')?._rev).toBe('tx')
  })

  test('needs the document, and the revision that the sender saw', () => {
    expect(refusal([{patch: {id: 'none', set: {a: 1}}}])).toEqual({
      status: 404,
      body: mutationError(0, {type: 'documentNotFoundError', id: 'none'}),
    })
    expect(refusal([{patch: {id: 'page', ifRevisionID: 'older', set: {a: 1}}}])).toEqual({
      status: 409,
      body: mutationError(0, {
        type: 'documentRevisionIDDoesNotMatchError',
        id: 'page',
        currentRevisionID: 'earlier',
        expectedRevisionID: 'older',
      }),
    })
  })

  test('may ask for the same revision twice in one transaction', () => {
    const patch = {id: 'page', ifRevisionID: 'earlier', inc: {count: 1}}
    expect(after(mutate([{patch}, {patch}]), 'page')?.count).toBe(3)
  })

  test.each(['_id', '_type'])('leaves %s as it is', (attribute) => {
    expect(refusal([{patch: {id: 'page', set: {[attribute]: 'other'}}}])).toEqual({
      status: 409,
      body: mutationError(0, {type: 'cannotModifyImmutableAttributeError', attribute}),
    })
  })

  test('cannot forge revision, times or place', () => {
    const set = {_rev: 'x', _createdAt: 'x', _updatedAt: 'x', _system: {delete: true}}
    expect(after(mutate([{patch: {id: 'page', set}}]), 'page')).toMatchObject({
      _rev: 'tx',
      _createdAt: '2026-01-01T00:00:00.000Z',
      _updatedAt: '2026-02-02T00:00:00.000Z',
      _system: {group: {_ref: 'page'}},
    })
  })

  test.each<JsonObject>([
    {replace: {a: 1}},
    {set: 'text'},
    {unset: 'title'},
    {inc: {count: '1'}},
    {insert: {after: 'list[-1]'}},
    {insert: {after: 'list', items: []}},
    {set: {'a[': 1}},
    {set: {'__proto__.polluted': true}},
    {set: {value: JSON.parse('{"__proto__": {"polluted": true}}') as JsonObject}},
  ])('refuses %j', (operations) => {
    expect(refusal([{patch: {id: 'page', ...operations}}]).status).toBe(400)
    expect({}).not.toHaveProperty('polluted')
  })

  test('treats names of inherited properties as any other attribute', () => {
    const set = {'constructor.prototype.polluted': true, toString: 'text'}
    expect(after(mutate([{patch: {id: 'page', set}}]), 'page')).toMatchObject({
      constructor: {prototype: {polluted: true}},
      toString: 'text',
    })
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a transaction', () => {
  test('leaves nothing of what it created and deleted', () => {
    const {changes} = mutate([{create: {_id: 'new', _type: 'a'}}, {delete: {id: 'new'}}])
    expect(changes).toEqual([])
  })

  test('deletes what is not there without complaint', () => {
    expect(mutate([{delete: {id: 'none'}}]).results).toEqual([{id: 'none', operation: 'none'}])
  })

  test.each<JsonObject>([{}, {create: {}, delete: {}}, {rename: {}}, {create: 'text'}, {patch: {set: {}}}])(
    'refuses %j',
    (mutation) => {
      expect(refusal([mutation]).status).toBe(400)
    },
  )
})
