import {describe, expect, test} from 'vitest'
import {questions} from '../../queries/index.ts'
import {libraryQueries, withLibrary, type Offered, type SavedQuery} from './savedQueries.ts'

const BASE = 'http://localhost:3333/v2025-02-19/data/query/production'
const library = () => libraryQueries(BASE, {project: 'tea'}, new Date('2026-01-01T12:00:00Z'))
const saved = (_key: string, query: string): SavedQuery => ({
  _key,
  title: _key,
  url: `${BASE}?${new URLSearchParams({query})}`,
})

describe('the queries of the library', () => {
  test('are all there by name, in the order of the alphabet once Vision has sorted them', () => {
    const byTime = library().toSorted((a, b) => Date.parse(b.savedAt ?? '') - Date.parse(a.savedAt ?? ''))
    expect(byTime.map(({title}) => title)).toEqual(Object.keys(questions))
  })

  test('have the parameters that they need, as Vision reads them', () => {
    const project = library().find(({title}) => title === 'project')
    const search = new URL(project?.url ?? '').searchParams
    expect(search.get('query')).toBe(questions.project.query.trim())
    expect(JSON.parse(search.get('$slug') ?? '')).toBe('tea')
    expect(JSON.parse(search.get('$language') ?? '')).toBe('nl')
    expect(JSON.parse(search.get('$today') ?? '')).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('offering them', () => {
  test('adds them to what a person has, once', () => {
    const own = saved('own', '*[_type == "theme"]')
    const first = withLibrary([own], {}, library())
    expect(first?.queries).toEqual([own, ...library()])
    expect(withLibrary(first?.queries ?? [], first?.offered ?? {}, library())).toBeUndefined()
  })

  test('leaves away what a person deleted', () => {
    const {offered = {}} = withLibrary([], {}, library()) ?? {}
    const next = withLibrary([], offered, [...library(), saved('library-new', '*')])
    expect(next?.queries.map(({_key}) => _key)).toEqual(['library-new'])
  })

  test('brings the new text of a query, unless the person changed it', () => {
    const before = [saved('library-a', 'old a'), saved('library-b', 'old b')]
    const {offered}: {offered: Offered} = withLibrary([], {}, before) ?? {offered: {}}
    const changed = saved('library-b', 'mine')
    const after = [saved('library-a', 'new a'), saved('library-b', 'new b')]
    expect(withLibrary([...before.slice(0, 1), changed], offered, after)?.queries).toEqual([
      after[0],
      changed,
    ])
  })
})
