import {expect, test} from 'vitest'
import type {StoredDocument} from '../model/document.ts'
import {withCurrentAssetUrl} from './assetUrl.ts'

const path = 'images/local/production/abc-1x1.png'
const asset = (url: string, _type = 'sanity.imageAsset'): StoredDocument => ({
  _id: 'image-abc-1x1-png',
  _type,
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  path,
  url,
})

test.each([
  ['another port', asset(`http://localhost:3333/${path}`), `http://localhost:4000/${path}`],
  ['another host', asset(`https://content.example.org/${path}`), `http://localhost:4000/${path}`],
  ['the hosted service', asset(`https://cdn.sanity.io/${path}`), `https://cdn.sanity.io/${path}`],
  ['an address of another kind', asset('https://example.org/a.png'), 'https://example.org/a.png'],
  [
    'a document that is no asset',
    asset(`http://localhost:3333/${path}`, 'page'),
    `http://localhost:3333/${path}`,
  ],
])('the address of %s', (_, document, url) => {
  expect(withCurrentAssetUrl(document, 'http://localhost:4000')).toEqual({...document, url})
})
