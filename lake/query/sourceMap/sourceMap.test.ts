import {describe, expect, test} from 'vitest'
import type {StoredDocument} from '../../model/document.ts'
import {createQueryEngine} from '../engine.ts'
import type {Perspective} from '../types.ts'
import type {SourceMapMode} from './sourceMap.ts'

const DOCUMENTS = [
  {_id: 'tea', _type: 'project', title: 'Tea', round: {_ref: 'r18'}, tags: ['a', 'b']},
  {_id: 'drafts.tea', _type: 'project', title: 'Tea, new', round: {_ref: 'r18'}},
  {
    _id: 'r18',
    _type: 'round',
    name: [
      {_key: 'nl', language: 'nl', value: 'Ronde'},
      {_key: 'en', language: 'en', value: 'Round'},
    ],
  },
] as unknown as StoredDocument[]

const engine = createQueryEngine(DOCUMENTS, {projectId: 'local', dataset: 'production'})

/** The sources of a result, as `document path` by the place in the result. */
function sourcesOf(query: string, perspective: Perspective = 'published', mode: SourceMapMode = 'key') {
  const {sourceMap} = engine.query({query, params: {}, perspective, sourceMap: mode})
  if (!sourceMap) throw new Error('no source map')
  const {documents, paths, mappings} = sourceMap
  return Object.fromEntries(
    Object.entries(mappings).map(([place, {source}]) => [
      place,
      source.type === 'documentValue'
        ? `${documents[source.document]?._id} ${paths[source.path]}`
        : source.type,
    ]),
  )
}

describe('a source map', () => {
  test('leads from each value to its field, through references and renamed attributes', () => {
    expect(
      sourcesOf('*[_id == "tea"][0]{"name": title, "round": round->name[language == "en"][0].value}'),
    ).toEqual({"$['name']": "tea $['title']", "$['round']": "r18 $['name'][?(@._key=='en')]['value']"})
  })

  test('names places in lists by index when it is asked to', () => {
    expect(sourcesOf('*[_id == "r18"][0].name[].value', 'published', 'index')).toEqual({
      '$[0]': "r18 $['name'][0]['value']",
      '$[1]': "r18 $['name'][1]['value']",
    })
  })

  test('names the draft where a perspective shows it', () => {
    expect(sourcesOf('*[_type == "project"]{_id, title}', 'drafts')).toEqual({
      "$[0]['_id']": "drafts.tea $['_id']",
      "$[0]['title']": "drafts.tea $['title']",
    })
  })

  test('follows spreads, conditions, coalesce, select, order and slices', () => {
    expect(
      sourcesOf(
        '*[_type == "project"] | order(title)[0..1]{..., "one": coalesce(nothing, title), "two": select(true => tags[1], "x"), _type == "project" => {"three": title}}',
      ),
    ).toMatchObject({
      "$[0]['title']": "tea $['title']",
      "$[0]['round']['_ref']": "tea $['round']['_ref']",
      "$[0]['tags'][1]": "tea $['tags'][1]",
      "$[0]['one']": "tea $['title']",
      "$[0]['two']": "tea $['tags'][1]",
      "$[0]['three']": "tea $['title']",
    })
  })

  test('finds what ^ stands for', () => {
    expect(
      sourcesOf(
        '*[_id == "r18"]{"projects": *[_type == "project" && references(^._id)]{title, "of": ^._id}}',
      ),
    ).toEqual({
      "$[0]['projects'][0]['title']": "tea $['title']",
      "$[0]['projects'][0]['of']": "r18 $['_id']",
    })
  })

  test('tells what the query says itself, and what it computes', () => {
    expect(sourcesOf('{"said": "text", "made": count(*), "joined": *[_id == "tea"][0].title + "!"}')).toEqual(
      {
        "$['said']": 'literal',
        "$['made']": 'unknown',
        "$['joined']": 'unknown',
      },
    )
  })
})
