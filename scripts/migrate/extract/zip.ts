import {text} from 'node:stream/consumers'

import {fromBuffer, type Entry, type ZipFile} from 'yauzl'

import {ExtractError} from './extractError.ts'

/** More than any office file unpacks to; a bomb reaches it within seconds. */
const MOST_INFLATED_BYTES = 200 * 1024 * 1024
const MOST_RATIO = 100
/** Small files may well be packed tightly. */
const RATIO_FROM_BYTES = 10 * 1024 * 1024

/** The names in a zip file's directory. */
export async function zipEntryNames(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = []
  await eachEntry(bytes, async (entry) => {
    names.push(entry.fileName)
  })
  return names
}

/** The text of some entries, after the guard has let the file pass. */
export async function readZipText(bytes: Uint8Array, names: readonly string[]): Promise<Map<string, string>> {
  await guardZip(bytes)
  const texts = new Map<string, string>()
  await eachEntry(bytes, async (entry, zip) => {
    if (names.includes(entry.fileName)) texts.set(entry.fileName, await text(await openEntry(zip, entry)))
  })
  return texts
}

/**
 * Unpacks a zip file to see that it is what it says, counting the bytes that really come out: the directory
 * may lie. Office readers unpack without a limit, so they are given a file only after this.
 *
 * @throws ExtractError when it unpacks to too much, or is broken
 */
export async function guardZip(bytes: Uint8Array): Promise<void> {
  let inflated = 0
  await eachEntry(bytes, async (entry, zip) => {
    for await (const chunk of await openEntry(zip, entry)) {
      inflated += Buffer.isBuffer(chunk) ? chunk.length : 0
      const isBomb = inflated > RATIO_FROM_BYTES && inflated > bytes.length * MOST_RATIO
      if (inflated > MOST_INFLATED_BYTES || isBomb) {
        throw new ExtractError(
          'zip-bomb',
          `The file unpacks to more than ${inflated} bytes from ${bytes.length}; no document does.`,
        )
      }
    }
  })
}

async function eachEntry(
  bytes: Uint8Array,
  visit: (entry: Entry, zip: ZipFile) => Promise<void>,
): Promise<void> {
  const zip = await openZip(bytes)
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => reject(broken(error))
    zip.on('error', fail)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      visit(entry, zip).then(() => zip.readEntry(), fail)
    })
    zip.readEntry()
  })
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), {lazyEntries: true, validateEntrySizes: true}, (error, zip) =>
      error ? reject(broken(error)) : resolve(zip),
    )
  })
}

function openEntry(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

function broken(error: unknown): ExtractError {
  if (error instanceof ExtractError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new ExtractError(
    'zip-broken',
    `The file is damaged (${reason}): open it in its program and save it again.`,
    {
      cause: error,
    },
  )
}
