/** What an answer was read from, and what a change concerns. */
import {describe, expect, it} from 'vitest'
import type {JsonObject, StoredDocument} from '../../model/document.ts'
import {createQueryEngine} from '../engine.ts'
import type {Perspective} from '../types.ts'
import {Reads} from './reads.ts'
import {EVERYTHING_TAG, tagOf} from './tag.ts'

const TIME = '2026-01-01T00:00:00Z'

function document(_id: string, _type: string, attributes: JsonObject = {}): StoredDocument {
  return {_id, _type, _rev: 'r', _createdAt: TIME, _updatedAt: TIME, ...attributes}
}

const ref = (_ref: string) => ({_type: 'reference', _ref})

const DOCUMENTS = [
  document('water', 'project', {slug: {current: 'water'}, fund: ref('fund'), places: [ref('malawi')]}),
  document('work', 'project', {slug: {current: 'work'}, fund: ref('fund')}),
  document('fund', 'trustFund', {name: 'Fund'}),
  document('malawi', 'place', {name: 'Malawi'}),
  document('news', 'newsItem', {about: ref('water')}),
  document('page', 'page', {slug: {current: 'about'}}),
  document('_.releases.spring', 'system.release', {name: 'spring'}),
]

const engine = createQueryEngine(DOCUMENTS, {projectId: 'p', dataset: 'd'})

interface Asked {
  query: string
  params?: JsonObject
  perspective?: Perspective
}

/** Which documents an answer depends on: a change of one that leaves its type and references alone. */
function dependsOn({query, params = {}, perspective = 'raw'}: Asked): string[] {
  const {syncTags} = engine.query({query, params, perspective})
  return DOCUMENTS.filter((before) => {
    const changes = [{documentId: before._id, before, after: {...before, note: 'new'}}]
    return engine.tagsOf(changes).some((tag) => syncTags.includes(tag))
  }).map(({_id}) => _id)
}

/** Whether a document that comes would be noticed. */
function noticesNew({query, params = {}, perspective = 'raw'}: Asked, after: StoredDocument): boolean {
  const {syncTags} = engine.query({query, params, perspective})
  return engine.tagsOf([{documentId: after._id, before: null, after}]).some((tag) => syncTags.includes(tag))
}

describe('an answer depends on', () => {
  const everything = DOCUMENTS.map(({_id}) => _id)

  it.each<[string, Asked, string[]]>([
    ['the document of an id', {query: '*[_id == $id][0]', params: {id: 'fund'}}, ['fund']],
    ['the documents of ids', {query: '*[_id in ["fund", "page"]]'}, ['fund', 'page']],
    ['the document of a slug', {query: '*[_type == "page" && slug.current == "about"][0]'}, ['page']],
    ['documents of a type', {query: '*[_type == "project"] | order(_id)[0...1]'}, ['water', 'work']],
    ['documents of types', {query: '*[_type in $t]', params: {t: ['page', 'place']}}, ['malawi', 'page']],
    ['either', {query: '*[_type == "page" || (_type == "place" && name match "m*")]'}, ['malawi', 'page']],
    ['what refers to an id', {query: '*[references("water")]'}, ['news']],
    [
      'what refers by a path',
      {query: 'count(*[_type == "project" && fund._ref == "fund"])'},
      ['water', 'work'],
    ],
    ['what refers in a list', {query: '*["malawi" in places[]._ref]'}, ['water']],
    ['what references lead to', {query: '*[_id == "water"][0]{fund->{name}}'}, ['water', 'fund']],
    [
      'what it is joined with',
      {query: '*[_id == "fund"]{"n": count(*[references(^._id)])}'},
      ['water', 'work', 'fund'],
    ],
    ['releases', {query: 'releases::all()'}, ['_.releases.spring']],
    ['versions of a draft id', {query: '*[sanity::versionOf("water")]'}, ['water']],
    ['nothing', {query: '1 + 1'}, []],
    ['nothing when a gate is closed', {query: '*[_type == "page" && $open]', params: {open: false}}, []],
    ['all, when any may be found', {query: '*[name == "Fund"]'}, everything],
    ['all, when a type is not asked for', {query: '*[_type != "page"]'}, everything],
    ['all, when missing values count', {query: '*[_type == $type]', params: {type: null}}, everything],
    ['all', {query: 'count(*)'}, everything],
  ])('%s', (_, asked, ids) => {
    expect(dependsOn(asked)).toEqual(ids)
  })
})

describe('an empty answer depends on what would fill it', () => {
  it.each<[string, Asked, StoredDocument, boolean]>([
    ['a slug', {query: '*[slug.current == "new"]'}, document('n', 'page', {slug: {current: 'new'}}), true],
    [
      'another slug',
      {query: '*[slug.current == "new"]'},
      document('n', 'page', {slug: {current: 'old'}}),
      false,
    ],
    ['an id', {query: '*[_id == "n"][0]'}, document('n', 'page'), true],
    [
      'a draft of an id',
      {query: '*[_id == "n"][0]', perspective: 'drafts'},
      document('drafts.n', 'page'),
      true,
    ],
    [
      'a reference that leads nowhere',
      {query: '*[_id == "water"]{"n": lead->name}'},
      document('n', 'page'),
      false,
    ],
  ])('%s', (_, asked, added, isNoticed) => {
    expect(noticesNew(asked, added)).toBe(isNoticed)
  })
})

it('a document that hides another concerns what read the other', () => {
  const asked: Asked = {query: '*[_type == "page"]', perspective: 'drafts'}
  expect(noticesNew(asked, document('drafts.page', 'redirect'))).toBe(true)
  const byVersion: Asked = {query: '*[sanity::versionOf("drafts.x")]', perspective: ['spring', 'drafts']}
  const withDraft = createQueryEngine([document('drafts.x', 'page')], {projectId: 'p', dataset: 'd'})
  const {result, syncTags} = withDraft.query({params: {}, ...byVersion, perspective: ['spring', 'drafts']})
  expect(result).toHaveLength(1)
  const version = document('versions.spring.x', 'redirect')
  const tags = withDraft.tagsOf([{documentId: version._id, before: null, after: version}])
  expect(tags.some((tag) => syncTags.includes(tag))).toBe(true)
})

it('a reader hears nothing of variants that it does not see', () => {
  const after = document('page', 'page')
  const drafts = createQueryEngine([document('drafts.page', 'secret')], {projectId: 'p', dataset: 'd'})
  const changes = [{documentId: 'page', before: null, after}]
  const {syncTags} = drafts.query({query: '*[_type == "secret"]', params: {}, perspective: 'raw'})
  expect(drafts.tagsOf(changes)).toEqual(expect.arrayContaining(syncTags))
  expect(drafts.tagsOf(changes, (id) => !id.includes('.'))).not.toEqual(expect.arrayContaining(syncTags))
  expect(drafts.tagsOf([{documentId: 'drafts.page', before: null, after}], () => false)).toEqual([])
})

describe('an answer that was read from too much', () => {
  const tags = (...types: string[]) => types.map((type) => tagOf('type', type))
  const slugs = (...texts: string[]) => ({kind: 'slug', texts}) as const

  it('names types in place of documents', () => {
    const reads = new Reads(2)
    reads.document('a', 'page')
    reads.document('b', 'place')
    expect(reads.tags).toEqual([tagOf('id', 'a'), tagOf('id', 'b')])
    reads.document('c', 'page')
    expect(reads.tags).toEqual(tags('page', 'place'))
    reads.document('d', 'page')
    expect(reads.tags).toEqual(tags('page', 'place'))
  })

  it('names every type under which one slug was looked for', () => {
    const reads = new Reads(2)
    reads.add(slugs('a'), ['page'])
    reads.add(slugs('a'), ['place'])
    reads.document('x', 'newsItem')
    expect(reads.tags).toEqual([tagOf('id', 'x'), tagOf('slug', 'a')])
    reads.document('x', 'page')
    reads.add(slugs('b', 'c', 'd'), ['page'])
    expect(new Set(reads.tags)).toEqual(new Set([EVERYTHING_TAG]))
    const roomier = new Reads(4)
    roomier.add(slugs('a'), ['page'])
    roomier.add(slugs('a'), ['place'])
    roomier.document('x', 'newsItem')
    roomier.add(slugs('b', 'c', 'd'), ['project'])
    expect(new Set(roomier.tags)).toEqual(new Set(tags('newsItem', 'page', 'place', 'project')))
  })

  it('names everything when one was missing, or when there are too many types', () => {
    const missing = new Reads(1)
    missing.document('a', undefined)
    missing.document('b', 'page')
    expect(missing.tags).toEqual([EVERYTHING_TAG])
    const many = new Reads(2)
    many.add({kind: 'type', texts: ['a', 'b', 'c']}, null)
    expect(many.tags).toEqual([EVERYTHING_TAG])
  })
})
