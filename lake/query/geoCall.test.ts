import {describe, expect, test} from 'vitest'
import type {StoredDocument} from '../model/document.ts'
import {createQueryEngine} from './engine.ts'

const square = (size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
      [0, 0],
    ],
  ],
})

const place = (_id: string, location: object) =>
  ({_id, _type: 'place', location}) as unknown as StoredDocument

const engine = createQueryEngine(
  [
    place('lusaka', {_type: 'geopoint', lat: -15.41, lng: 28.28}),
    place('maputo', {_type: 'geopoint', lat: -25.97, lng: 32.57}),
  ],
  {projectId: 'local', dataset: 'production'},
)

const ask = (query: string, params = {}): unknown => engine.query({query, params, perspective: 'raw'}).result

describe('geo()', () => {
  test('reads a geopoint of the Studio, and leaves as GeoJSON', () => {
    expect(ask('*[_id == "lusaka"][0]{"at": geo(location)}')).toEqual({
      at: {type: 'Point', coordinates: [28.28, -15.41]},
    })
  })

  test('is a call only where it stands as one', () => {
    expect(ask('{"geo(": "geo(", \'b\': \'geo(\' // geo(\n}')).toEqual({'geo(': 'geo(', b: 'geo('})
    expect(ask('*[_id == "lusaka"]{geo}')).toEqual([{geo: null}])
  })

  test('a shape that is none is null', () => {
    for (const shape of [{}, {type: 'Polygon', coordinates: []}, {type: 'toString', coordinates: [1, 2]}])
      expect(ask('geo($shape)', {shape})).toBeNull()
    expect(ask('geo::contains("a square", geo::latLng(1, 1))')).toBeNull()
  })

  test('an error names the place in the query as it was written', () => {
    const query = 'geo($a) == geo($b) && *[_id =='
    expect(() => ask(query, {a: null, b: null})).toThrow(
      expect.objectContaining({
        body: {error: expect.objectContaining({query, start: query.length - 1, end: query.length})},
      }),
    )
  })
})

test('shapes contain, meet and lie apart', () => {
  const params = {small: square(1), large: square(10)}
  expect(
    ask(
      `{
        "inside": geo::contains($large, $small),
        "outside": geo::contains($small, $large),
        "meet": geo::intersects($small, $large),
        "apart": geo::intersects($small, geo::latLng(5, 5))
      }`,
      params,
    ),
  ).toEqual({inside: true, outside: false, meet: true, apart: false})
})

test('the nearest comes first', () => {
  expect(ask('*[_type == "place"] | order(geo::distance(location, geo::latLng(-26, 28)))._id')).toEqual([
    'maputo',
    'lusaka',
  ])
})
