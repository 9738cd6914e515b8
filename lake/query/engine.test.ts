import {describe, expect, it} from 'vitest'
import {Random} from '../../tests/lake/groq/random.ts'
import {storedDocument} from '../../tests/lake/groq/storedDocument.ts'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import {LakeError} from '../model/errors.ts'
import {type Perspective, createQueryEngine} from './index.ts'

const DOCUMENTS = [
  storedDocument({_id: 'a', _type: 'project', title: 'Tea in Malawi', amount: 2, round: {_ref: 'r1'}}),
  storedDocument({_id: 'drafts.a', _type: 'project', title: 'Tea draft', amount: 3, round: {_ref: 'r1'}}),
  storedDocument({_id: 'versions.spring.a', _type: 'project', title: 'Tea spring'}),
  storedDocument({_id: 'drafts.new', _type: 'project', title: 'Decent work for all'}),
  storedDocument({_id: 'b', _type: 'project', title: 'Safety at work', amount: 1}),
  storedDocument({_id: 'versions.spring.b', _type: 'project', _system: {delete: true}}),
  storedDocument({_id: 'r1', _type: 'round', title: 'Round one'}),
  storedDocument({_id: '_.releases.spring', _type: 'system.release', name: 'spring'}),
]

const engine = (): ReturnType<typeof createQueryEngine> =>
  createQueryEngine(DOCUMENTS, {projectId: 'local', dataset: 'production'})

const ask = (query: string, perspective: Perspective = 'raw', params: JsonObject = {}): unknown =>
  engine().query({query, params, perspective}).result

describe('perspectives', () => {
  const titles = '*[_type == "project"] | order(_id asc){_id, _originalId, title}'

  it('raw shows every document as stored', () => {
    expect(ask('count(*)')).toBe(8)
    expect(ask('*[_id in path("drafts.**")]._id')).toEqual(['drafts.a', 'drafts.new'])
  })

  it('published shows published documents only, system documents included', () => {
    expect(ask('*[_type == "project"]._id', 'published')).toEqual(['a', 'b'])
    expect(ask('releases::all()[].name', 'published')).toEqual(['spring'])
  })

  it('drafts lays drafts over published documents', () => {
    expect(ask(titles, 'drafts')).toEqual([
      {_id: 'a', _originalId: 'drafts.a', title: 'Tea draft'},
      {_id: 'b', _originalId: 'b', title: 'Safety at work'},
      {_id: 'new', _originalId: 'drafts.new', title: 'Decent work for all'},
    ])
  })

  it('a release stack takes the leftmost version and hides what it deletes', () => {
    expect(ask(titles, ['spring', 'drafts'])).toEqual([
      {_id: 'a', _originalId: 'versions.spring.a', title: 'Tea spring'},
      {_id: 'new', _originalId: 'drafts.new', title: 'Decent work for all'},
    ])
    expect(ask('*[_type == "project"]._id', ['spring'])).toEqual(['a'])
  })

  it('raw cannot be combined', () => {
    expect(() => ask('*', ['raw', 'drafts'])).toThrow(LakeError)
  })

  it('anonymous readers see ids without a dot only', () => {
    const request = {query: '*[]._id', params: {}, publicOnly: true}
    expect(engine().query({...request, perspective: 'raw'}).result).toEqual(['a', 'b', 'r1'])
    expect(engine().query({...request, perspective: 'drafts'}).result).toEqual(['a', 'b', 'r1'])
  })
})

describe('references()', () => {
  const group = {_system: {group: {_ref: 'p', _type: 'reference', _weak: true}}}
  const documents = [
    storedDocument({_id: 'p', _type: 'page', ...group}),
    storedDocument({_id: 'drafts.p', _type: 'page', ...group}),
    storedDocument({_id: 'q', _type: 'page', parts: [{to: {_ref: 'p'}}]}),
  ]
  const asking = createQueryEngine(documents, {projectId: 'local', dataset: 'production'})

  it.each(['*[references("p")]._id', '*[_type == "page" && references("p")]._id'])(
    'knows nothing of what the lake notes in _system: %s',
    (query) => expect(asking.query({query, params: {}, perspective: 'raw'}).result).toEqual(['q']),
  )

  it('neither where a document is asked by itself', () => {
    const query = '*[_id == "drafts.p"]{"self": references("p")}'
    expect(asking.query({query, params: {}, perspective: 'raw'}).result).toEqual([{self: false}])
  })
})

describe('parameters', () => {
  it('shape the tree where they stand in brackets', () => {
    const params = {lang: 'title', n: 1}
    expect(ask('*[_type == "round"][0...$n]{"t": @[$lang]}', 'raw', params)).toEqual([{t: 'Round one'}])
  })
})

describe('text::query', () => {
  const search = (q: string): unknown =>
    ask('*[[@, _id] match text::query($q)] | order(_id asc)._id', 'published', {q})

  it.each([
    ['*', ['_.releases.spring', 'a', 'b', 'r1']],
    ['tea', ['a']],
    ['TEA malawi', ['a']],
    ['tea work', []],
    ['mal*', ['a']],
    ['"at work"', ['b']],
    ['"work at"', []],
    ['work -tea', ['b']],
  ])('%s finds %j', (q, ids) => {
    expect(search(q)).toEqual(ids)
  })
})

describe('errors', () => {
  it('names the place of a syntax error', () => {
    expect(() => ask('*[_type == ')).toThrow(
      expect.objectContaining({
        status: 400,
        body: {
          error: expect.objectContaining({
            type: 'queryParseError',
            query: '*[_type == ',
            start: 10,
            end: 11,
          }),
        },
      }),
    )
  })
})

describe('whole documents', () => {
  const ids = (perspective: Perspective, query = '*[_id == "b"]'): unknown =>
    (ask(query, perspective) as {_id: string}[]).map((document) => [
      document._id,
      '_originalId' in document ? document._originalId : undefined,
    ])

  it('tell their stored id where an overlay may hide it', () => {
    expect(ids('raw')).toEqual([['b', undefined]])
    expect(ids('published')).toEqual([['b', undefined]])
    expect(ids('drafts')).toEqual([['b', 'b']])
    expect(ids('drafts', '*[_id == "a"]')).toEqual([['a', 'drafts.a']])
    expect(ids('drafts', '*[_id == "b"]{...}')).toEqual([['b', 'b']])
    expect(ids('drafts', '*[_id == "b"] | score(true)')).toEqual([['b', 'b']])
  })

  it('are asked for their stored id in every perspective', () => {
    expect(ask('*[_id == "b"]._originalId', 'published')).toEqual(['b'])
    expect(ask('*[_id == "b"]._originalId', 'raw')).toEqual([null])
  })
})

describe('plans', () => {
  it('are kept by the parameters that shape them', () => {
    const lake = engine()
    const titles = (limit: number, attribute: string): unknown =>
      lake.query({
        query: '*[_type == $type] | order(_id)[0...$limit]{"v": @[$attribute]}',
        params: {type: 'project', limit, attribute},
        perspective: 'published',
      }).result
    expect(titles(1, 'title')).toEqual([{v: 'Tea in Malawi'}])
    expect(titles(2, 'title')).toEqual([{v: 'Tea in Malawi'}, {v: 'Safety at work'}])
    expect(titles(2, 'amount')).toEqual([{v: 2}, {v: 1}])
  })

  it('want all their parameters each time', () => {
    const lake = engine()
    const request = {query: '*[amount == $amount]', perspective: 'raw' as const}
    expect(lake.query({...request, params: {amount: 2}}).result).toHaveLength(1)
    expect(() => lake.query({...request, params: {}})).toThrow('$amount referenced, but not provided')
  })

  it('are explained in words', () => {
    const query = '*[_type == "project" && slug.current == $slug] | order(title)'
    const words = engine().explain({query, params: {slug: 's'}, perspective: 'raw'})
    expect(words).toBe(
      'asks the indexes: slug.current equals, _type equals; keeps the list, or all documents, in order',
    )
  })
})

describe('a deadline', () => {
  it('stops a query that runs too long', () => {
    const numbers = Array.from({length: 3000}, (_, i) => i)
    const request = {query: 'count($n[count($n[@ > ^]) > 0])', params: {n: numbers}}
    const ask = (): unknown => engine().query({...request, perspective: 'raw', deadline: 1})
    expect(ask).toThrow(expect.objectContaining({status: 408}))
  })
})

describe('attributes', () => {
  it('are own ones only', () => {
    expect(ask('*[_id == "a"][0]{constructor, "p": __proto__, "t": toString, "l": title.length}')).toEqual({
      constructor: null,
      p: null,
      t: null,
      l: null,
    })
    const {result} = engine().query({query: '{"__proto__": 1}', params: {}, perspective: 'raw'})
    expect(JSON.stringify(result)).toBe('{"__proto__":1}')
  })
})

describe('apply', () => {
  it('is seen by the next query', () => {
    const lake = engine()
    const after = storedDocument({_id: 'c', _type: 'round', title: 'Round two'})
    lake.apply([
      {documentId: 'c', before: null, after},
      {documentId: 'r1', before: DOCUMENTS[6] ?? null, after: null},
    ])
    const request = {query: '*[_type == "round"]._id', params: {}, perspective: 'raw' as const}
    expect(lake.query(request).result).toEqual(['c'])
  })
})

describe('filter', () => {
  it('is the condition on * of a listen query', () => {
    const matches = engine().filter('*[_type == $type][amount > 1] | order(_id){title}', {
      type: 'project',
    })
    expect(DOCUMENTS.filter(matches).map(({_id}) => _id)).toEqual(['a', 'drafts.a'])
  })

  it('sees the present documents where it follows references', () => {
    const lake = engine()
    const matches = lake.filter('*[round->title == "Round two"]', {})
    const [project] = DOCUMENTS
    expect(project !== undefined && matches(project)).toBe(false)
    const before = DOCUMENTS.find(({_id}) => _id === 'r1') ?? null
    const after = storedDocument({_id: 'r1', _type: 'round', title: 'Round two'})
    lake.apply([{documentId: 'r1', before, after}])
    expect(project !== undefined && matches(project)).toBe(true)
  })

  it('refuses a query that does not filter *', () => {
    expect(() => engine().filter('{"a": 1}', {})).toThrow(LakeError)
  })
})

describe('a slice in order of many documents, for conditions that differ each time', () => {
  const random = new Random(1)
  const documents = new Map<string, StoredDocument>()
  const put = (n: number): StoredDocument => {
    const document = storedDocument({
      _id: `d${n}`,
      _type: 'thing',
      at: random.below(300),
      tag: random.below(64),
    })
    documents.set(document._id, document)
    return document
  }
  for (let n = 0; n < 4000; n++) put(n)
  const things = createQueryEngine(documents.values(), {projectId: 'local', dataset: 'production'})
  // Takes the path of large datasets already with this one.
  const QUERY = '*[tag in $tags && at != $not] | order(at desc, _id asc)[2...12]._id'
  const params = (i: number) => ({tags: [i % 64, (i + 1) % 64, (i + 9) % 64, 99], not: (i * 31) % 300})

  const expected = ({tags, not}: ReturnType<typeof params>): string[] =>
    [...documents.values()]
      .filter(({tag, at}) => tags.includes(Number(tag)) && at !== not)
      .toSorted((a, b) => Number(b['at']) - Number(a['at']) || (a._id < b._id ? -1 : 1))
      .slice(2, 12)
      .map(({_id}) => _id)

  it('is the same as sorting them all, while documents change, come and go', () => {
    for (let i = 0; i < 200; i++) {
      expect(things.query({query: QUERY, params: params(i), perspective: 'raw'}).result).toEqual(
        expected(params(i)),
      )
      const n = random.below(4010)
      const before = documents.get(`d${n}`) ?? null
      if (before !== null && random.chance(0.3)) {
        documents.delete(before._id)
        things.apply([{documentId: before._id, before, after: null}])
      } else {
        const after = put(n)
        things.apply([{documentId: after._id, before, after}])
      }
    }
  })

  it('is found where all of them come last', () => {
    const count = 4000
    const last = Array.from({length: count}, (_, n) =>
      storedDocument({_id: `d${n}`, at: n, tag: n < 400 ? 'last' : 'first'}),
    )
    const ordered = createQueryEngine(last, {projectId: 'local', dataset: 'production'})
    for (const other of ['a', 'b', 'c']) {
      const tags = ['last', other]
      const request = {query: '*[tag in $tags] | order(at desc)[0...3].at', perspective: 'raw' as const}
      expect(ordered.query({...request, params: {tags}}).result).toEqual([399, 398, 397])
    }
  })
})
