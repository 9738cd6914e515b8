import {createHash, randomUUID} from 'node:crypto'
import {mkdirSync, rmSync} from 'node:fs'
import {type FileHandle, open, readdir, rm, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {platformError} from '../model/errors.ts'
import {moveDurably} from '../store/index.ts'

/** More than any document of the archive; protects the disk from an endless upload. */
export const MAX_ASSET_BYTES = 2 ** 30

/** A body that was received whole and lies on disk, not yet under its final name. */
export interface ReceivedFile {
  path: string
  sha1: string
  size: number
}

/** The files of all assets, addressed by the hash of their bytes. */
export interface AssetFiles {
  /** Where the bytes with this hash lie, or would lie. */
  pathOf(sha1: string): string
  /** The hashes that files are kept under. */
  all(): Promise<string[]>
  /** Streams a body to disk, hashing on the way; durable when it returns. */
  receive(body: ReadableStream<Uint8Array>): Promise<ReceivedFile>
  /** Gives a received file its final name, or drops it when those bytes are already there. */
  keep(file: ReceivedFile): Promise<void>
  discard(file: ReceivedFile): Promise<void>
}

const SHA1 = /^[0-9a-f]{40}$/

/** Opens the asset folder of a data folder, which this process holds alone, and drops what an earlier run half received. */
export function openAssetFiles(dataDir: string): AssetFiles {
  const root = join(dataDir, 'assets')
  const incoming = join(root, 'incoming')
  rmSync(incoming, {recursive: true, force: true})
  mkdirSync(incoming, {recursive: true})
  const pathOf = (sha1: string): string => join(root, sha1.slice(0, 2), sha1)

  return {
    pathOf,
    async all() {
      const names = await readdir(root, {recursive: true})
      return names.map((name) => basename(name)).filter((name) => SHA1.test(name))
    },
    async receive(body) {
      const path = join(incoming, randomUUID())
      try {
        const handle = await open(path, 'wx')
        try {
          const received = await writeBody(handle, body)
          await handle.sync()
          return {path, ...received}
        } finally {
          await handle.close()
        }
      } catch (error) {
        await rm(path, {force: true})
        throw error
      }
    },
    async keep(file) {
      const target = pathOf(file.sha1)
      try {
        const present = await stat(target).catch(() => undefined)
        if (present?.size === file.size) return await rm(file.path, {force: true})
        await moveDurably(file.path, target, root)
      } catch (error) {
        await rm(file.path, {force: true})
        throw error
      }
    },
    async discard(file) {
      await rm(file.path, {force: true})
    },
  }
}

async function writeBody(
  handle: FileHandle,
  body: ReadableStream<Uint8Array>,
): Promise<{sha1: string; size: number}> {
  const hash = createHash('sha1')
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > MAX_ASSET_BYTES) {
      throw platformError(413, `Asset exceeds the limit of ${MAX_ASSET_BYTES} bytes`)
    }
    hash.update(chunk)
    await handle.writev([chunk])
  }
  return {sha1: hash.digest('hex'), size}
}
