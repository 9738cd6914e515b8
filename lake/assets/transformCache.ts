import {createHash, randomUUID} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import {mkdir, readFile, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** Beyond this the oldest half of the cached images goes. */
const MAX_CACHE_BYTES = 2 ** 30

/** Keeps transformed images on disk by what they were made from. */
export interface TransformCache {
  /** The bytes for `key`, made once even when asked for many times at once. */
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>
}

/** A short, safe name for everything that decides about a transformed image. */
export const transformKey = (sha1: string, format: string, transformation: object): string =>
  createHash('sha256')
    .update(JSON.stringify([1, sha1, format, transformation]))
    .digest('hex')
    .slice(0, 40)

/** Opens the cache below a data folder. It may be deleted at any time. */
export function openTransformCache(dataDir: string, maxBytes = MAX_CACHE_BYTES): TransformCache {
  const root = join(dataDir, 'cache', 'images')
  mkdirSync(root, {recursive: true})
  const underWay = new Map<string, Promise<Buffer>>()
  let written = maxBytes // unknown before the first look

  const make = async (path: string, produce: () => Promise<Buffer>): Promise<Buffer> => {
    const cached = await readFile(path).catch(() => undefined)
    if (cached) return cached
    const bytes = await produce()
    // A full disk must not keep an image from being shown.
    await store(path, bytes).catch(() => undefined)
    written += bytes.byteLength
    if (written > maxBytes) written = await prune(root, maxBytes)
    return bytes
  }

  return {
    async get(key, produce) {
      const running = underWay.get(key)
      if (running) return running
      const result = make(join(root, key.slice(0, 2), key), produce)
      underWay.set(key, result)
      try {
        return await result
      } finally {
        underWay.delete(key)
      }
    },
  }
}

async function store(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}`
  try {
    await mkdir(dirname(path), {recursive: true})
    await writeFile(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
}

/** Removes the oldest files until half of the limit is left; returns how many bytes stay. */
async function prune(root: string, maxBytes: number): Promise<number> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (file) => ({path, file}),
        () => undefined,
      ),
    ),
  )
  const files = found
    .filter((entry) => entry !== undefined)
    .toSorted((a, b) => a.file.mtimeMs - b.file.mtimeMs)
  let total = files.reduce((sum, {file}) => sum + file.size, 0)
  if (total <= maxBytes) return total
  for (const {path, file} of files) {
    if (total <= maxBytes / 2) break
    await rm(path, {force: true})
    total -= file.size
  }
  return total
}
