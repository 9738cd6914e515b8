import type {ContentSourceMap} from '@sanity/client'
import {stegaClean, stegaEncodeSourceMap} from '@sanity/client/stega'
import {expect, test} from 'vitest'

import {isWords} from './stega.ts'

/** Each value of an answer with the path that it has in the document. */
const VALUES: [value: string, path: string][] = [
  ['Decent work', "$['title'][?(@._key=='a1')]['value']"],
  ['Signed in Brussels', "$['body'][?(@._key=='a1')]['value'][0]['children'][0]['text']"],
  ['Ann Example', "$['signatures'][?(@._key=='s1')]['person']"],
  ['Rounds', "$['body'][?(@._key=='a1')]['value'][1]['caption']"],
  ['900.000', "$['body'][?(@._key=='a1')]['value'][1]['rows'][?(@._key=='r1')]['cells'][0]"],
  ['nl', "$['title'][?(@._key=='a1')]['language']"],
  ['tea-malawi', "$['slug']['current']"],
  ['trustFund', "$['channel']"],
  ['2018-04', "$['signedOn']['value']"],
  ['EUR', "$['amount']['currency']"],
  ['https://www.ilo.org/', "$['sources'][?(@._key=='s1')]['url']"],
]

test('words carry where they are edited; what pages compare and link with does not', () => {
  const answer = Object.fromEntries(VALUES.map(([value], index) => [`v${index}`, value]))
  const sourceMap: ContentSourceMap = {
    documents: [{_id: 'drafts.tea', _type: 'project'}],
    paths: VALUES.map(([, path]) => path),
    mappings: Object.fromEntries(
      VALUES.map((_, index) => [
        `$['v${index}']`,
        {type: 'value', source: {type: 'documentValue', document: 0, path: index}},
      ]),
    ),
  }
  const encoded = stegaEncodeSourceMap(answer, sourceMap, {
    enabled: true,
    studioUrl: 'http://localhost:3333',
    filter: isWords,
  })
  const marked = Object.values(encoded).filter((value) => value !== stegaClean(value))
  expect(marked.map((value) => stegaClean(value))).toEqual([
    'Decent work',
    'Signed in Brussels',
    'Ann Example',
    'Rounds',
    '900.000',
  ])
})
