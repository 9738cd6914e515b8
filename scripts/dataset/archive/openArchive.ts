import {createReadStream} from 'node:fs'
import {glob, mkdtemp, open, readdir, readFile, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'

import {unpackTar} from 'modern-tar/fs'

import {CommandError, messageOf} from '../../command/errors.ts'
import {isObject} from '../../migrate/merge/same.ts'
import type {Json, JsonObject} from '../../migrate/model.ts'
import type {AssetKind} from './assetFile.ts'
import {parseLines, type Problem, type Read} from './parseLines.ts'
import {removedAtExit} from './removedAtExit.ts'

/** A file of an archive's `images/` or `files/`. */
export interface ArchivedAsset {
  kind: AssetKind
  path: string
}

/** Documents and assets as Sanity's archives keep them: tar.gz, a folder, or NDJSON alone. */
export interface Archive {
  read: Read[]
  problems: Problem[]
  assets: ArchivedAsset[]
  /** `assets.json`: what was written about each asset, by `image-<sha1>` or `file-<sha1>`. */
  assetFields: Record<string, JsonObject>
  /** Where `file://./` in the documents leads. */
  folder: string
  /** Removes what was unpacked. */
  close(): Promise<void>
}

/**
 * Opens an archive; every line is read, and those that are no document are told as problems.
 *
 * @param given a tar.gz of an export, a folder (unpacked export, or `content/`), or an NDJSON file
 * @throws CommandError when there is nothing that can be read
 */
export async function openArchive(given: string): Promise<Archive> {
  const path = resolve(given)
  const stats = await stat(path).catch(() => undefined)
  if (!stats) throw new CommandError(`There is no ${given}.`)
  if (stats.isDirectory()) return {...(await readFolder(path)), close: async () => {}}
  if (!(await isGzip(path))) return {...(await readFiles(dirname(path), [path])), close: async () => {}}
  const unpacked = await mkdtemp(join(tmpdir(), 'dataset-'))
  const close = removedAtExit(unpacked)
  try {
    await unpack(path, unpacked)
    return {...(await readFolder(await dataFolderIn(unpacked, path))), close}
  } catch (error) {
    await close()
    throw error
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const {buffer} = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

/** Links are left out: an archive has none, and one could lead outside the folder. */
async function unpack(path: string, folder: string): Promise<void> {
  const onlyFiles = unpackTar(folder, {
    strict: true,
    filter: ({type}) => type === 'file' || type === 'directory',
  })
  await pipeline(createReadStream(path), createGunzip(), onlyFiles).catch((error: unknown) => {
    throw new CommandError(
      `${path} can't be unpacked, it is damaged or no tar.gz: ${messageOf(error)}`,
      undefined,
      {
        cause: error,
      },
    )
  })
}

async function dataFolderIn(folder: string, archive: string): Promise<string> {
  for await (const file of glob(['*.ndjson', '*/*.ndjson', '*/*/*.ndjson'], {cwd: folder})) {
    return dirname(join(folder, file))
  }
  throw new CommandError(`${archive} holds no NDJSON file: it is no export of a dataset.`)
}

async function readFolder(folder: string): Promise<Omit<Archive, 'close'>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).toSorted()
  if (names.length === 0) throw new CommandError(`${folder} holds no NDJSON file.`)
  return readFiles(
    folder,
    names.map((name) => join(folder, name)),
  )
}

async function readFiles(folder: string, files: string[]): Promise<Omit<Archive, 'close'>> {
  const parts = await Promise.all(files.map(async (file) => parseLines(await readFile(file), basename(file))))
  return {
    read: parts.flatMap(({read}) => read),
    problems: parts.flatMap(({problems}) => problems),
    assets: [...(await assetsIn(folder, 'image')), ...(await assetsIn(folder, 'file'))],
    assetFields: await readAssetFields(join(folder, 'assets.json')),
    folder,
  }
}

async function assetsIn(folder: string, kind: AssetKind): Promise<ArchivedAsset[]> {
  const inside = join(folder, `${kind}s`)
  const entries = await readdir(inside, {withFileTypes: true}).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => ({kind, path: join(inside, entry.name)}))
}

async function readAssetFields(path: string): Promise<Record<string, JsonObject>> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${messageOf(error)}`, undefined, {cause: error})
  }
  const entries = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonObject] => isObject(entry[1])))
}
