import {crc32, deflateRawSync} from 'node:zlib'

import {describe, expect, test} from 'vitest'

import {guardZip, zipEntryNames} from './zip.ts'

/** A zip file with one entry; `statedSize` is what its directory says, true or not. */
function zipOf(name: string, content: Buffer, statedSize = content.length): Buffer {
  const packed = deflateRawSync(content)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(statedSize, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}

describe('zip files', () => {
  test('a document passes', async () => {
    const zip = zipOf('word/document.xml', Buffer.from('<w:document/>'))
    expect(await zipEntryNames(zip)).toEqual(['word/document.xml'])
    await expect(guardZip(zip)).resolves.toBeUndefined()
  })

  test.each([
    ['a bomb', zipOf('a', Buffer.alloc(32 * 1024 * 1024)), 'unpacks to more than'],
    ['a directory that lies about the size', zipOf('a', Buffer.from('longer than it says'), 3), 'damaged'],
    ['a name that leads out of the folder', zipOf('../a', Buffer.from('x')), 'damaged'],
    ['a file cut short', zipOf('a', Buffer.from('x')).subarray(0, 40), 'damaged'],
  ])('%s is refused', async (_name, zip, reason) => {
    await expect(guardZip(zip)).rejects.toThrow(reason)
  })
})
