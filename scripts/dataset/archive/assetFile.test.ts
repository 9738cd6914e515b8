import {expect, test} from 'vitest'

import {assetIdOf, withAssetReferences} from './assetFile.ts'

const SHA = 'ab'.repeat(20)

test.each([
  ['image', `${SHA}-20x30.png`, `image-${SHA}-20x30-png`],
  ['file', `${SHA}.csv`, `file-${SHA}-csv`],
  ['file', `${SHA}-mp4.bin`, `file-${SHA}-mp4`],
  ['file', `${SHA}.bin`, `file-${SHA}-bin`],
  ['image', 'photo.png', undefined],
  ['file', `${SHA.slice(1)}.csv`, undefined],
] as const)('%s %s is %s', (kind, name, id) => {
  expect(assetIdOf(kind, name)).toBe(id)
})

test('links that an export made become references again, all others stay', () => {
  const photo = {_sanityAsset: 'image@file://./images/photo.png'}
  expect(
    withAssetReferences({
      pictures: [{_key: 'k', _sanityAsset: `image@file://./images/${SHA}-2x3.png`, hotspot: {x: 1}}],
      photo,
    }),
  ).toEqual({
    pictures: [
      {_type: 'image', _key: 'k', hotspot: {x: 1}, asset: {_type: 'reference', _ref: `image-${SHA}-2x3-png`}},
    ],
    photo,
  })
})
