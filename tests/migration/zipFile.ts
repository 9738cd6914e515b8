import {crc32, deflateRawSync} from 'node:zlib'

/** One file inside a zip; `statedSize` is what the directory says, true or not. */
export interface ZipEntry {
  name: string
  content: Buffer | string
  statedSize?: number
}

const LOCAL_HEADER = 'PK\u0003\u0004'
const DIRECTORY_HEADER = 'PK\u0001\u0002\u0014\u0000'
const END = 'PK\u0005\u0006'

/** A zip file byte by byte, so that tests can also make the ones that lie. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const {name, content, statedSize} of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(statedSize ?? bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const file = Buffer.concat([Buffer.from(LOCAL_HEADER), common, Buffer.from(name), packed])
    files.push(file)
    directory.push(Buffer.concat([Buffer.from(DIRECTORY_HEADER), common, place, Buffer.from(name)]))
    offset += file.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write(END)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listing, end])
}
