import {describe, expect, test} from 'vitest'
import type {StoredDocument} from '../model/document.ts'
import {withCurrentAssetUrl, withCurrentAssetUrls} from './assetUrl.ts'

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

describe('in JSON text', () => {
  const file = `images/local/production/${'a'.repeat(40)}-1x1.png`
  const moved = (value: unknown): unknown =>
    JSON.parse(withCurrentAssetUrls(JSON.stringify(value), 'http://localhost:4444'))

  test.each(['http://localhost:3333', 'http://127.0.0.1:1', 'http://local.localhost:3333', 'http://[::1]:9'])(
    'an address on %s is told as it is now',
    (origin) => {
      expect(moved([{url: `${origin}/${file}?w=10`}])).toEqual([{url: `http://localhost:4444/${file}?w=10`}])
    },
  )

  test.each([
    `https://cdn.sanity.io/${file}`,
    `http://localhost.evil.test/${file}`,
    'http://localhost:3333/images/local/production/logo.png',
    `see http://localhost:3333/${file}`,
  ])('%s stays', (text) => expect(moved([text])).toEqual([text]))
})
