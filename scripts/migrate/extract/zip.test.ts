import {describe, expect, test} from 'vitest'

import {zipFile} from '../../../tests/migration/zipFile.ts'
import {guardZip, zipEntryNames} from './zip.ts'

describe('zip files', () => {
  test('a document passes', async () => {
    const zip = zipFile([{name: 'word/document.xml', content: '<w:document/>'}])
    expect(await zipEntryNames(zip)).toEqual(['word/document.xml'])
    await expect(guardZip(zip)).resolves.toBeUndefined()
  })

  test.each([
    ['a bomb', zipFile([{name: 'a', content: Buffer.alloc(32 * 1024 * 1024)}]), 'unpacks to more than'],
    [
      'a directory that lies about the size',
      zipFile([{name: 'a', content: 'longer than it says', statedSize: 3}]),
      'damaged',
    ],
    ['a name that leads out of the folder', zipFile([{name: '../a', content: 'x'}]), 'damaged'],
    ['a file cut short', zipFile([{name: 'a', content: 'x'}]).subarray(0, 40), 'damaged'],
  ])('%s is refused', async (_name, zip, reason) => {
    await expect(guardZip(zip)).rejects.toThrow(reason)
  })
})
