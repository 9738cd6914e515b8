import {project, reference, theme, type Case} from './builders.ts'

export const identityCases: Case[] = [
  {
    rule: 'identifier-unique',
    name: 'a slug, a code and an old address twice',
    documents: [
      project('a', {
        slug: {current: 'tea'},
        externalIds: [{_key: 'i', scheme: 'iati', value: 'X-1'}],
        provenance: {legacyUrls: ['https://www.fdfa.be/nl/thee']},
      }),
      project('b', {
        slug: {current: 'tea'},
        externalIds: [{_key: 'j', scheme: 'iati', value: 'X-1'}],
        provenance: {legacyUrls: ['https://www.fdfa.be/nl/thee']},
      }),
    ],
    finds: ['slug', 'externalIds[i].value', 'provenance.legacyUrls[0]'],
  },
  {
    rule: 'identifier-unique',
    name: 'the same slug in another type, the same code in another scheme, and its own draft',
    documents: [
      project('drafts.a', {slug: {current: 'tea'}, externalIds: [{scheme: 'iati', value: 'X-1'}]}),
      project('a', {slug: {current: 'tea'}, externalIds: [{scheme: 'iati', value: 'X-1'}]}),
      project('b', {externalIds: [{scheme: 'ilo', value: 'X-1'}]}),
      theme('t', {slug: {current: 'tea'}}),
    ],
    finds: [],
  },
  {
    rule: 'reference-exists',
    name: 'a place that is gone',
    documents: [project('p', {places: [{_key: 'a', place: reference('place-mw')}]})],
    finds: ['places[a].place'],
  },
  {
    rule: 'reference-exists',
    name: 'a weak reference, an asset, and what exists',
    documents: [
      project('p', {
        round: {...reference('gone'), _weak: true},
        image: {asset: reference('image-abc-10x10-png')},
        themes: [reference('t')],
      }),
      theme('t', {}),
    ],
    finds: [],
  },
  {
    rule: 'provenance-address',
    name: 'taken over from nowhere',
    documents: [project('p', {provenance: {runId: 'r1'}})],
    finds: ['provenance'],
  },
  {
    rule: 'provenance-address',
    name: 'from a page, from a file, and written here',
    documents: [project('p', {provenance: {legacyUrls: ['https://www.fdfa.be/nl/thee']}})],
    finds: [],
  },
]
