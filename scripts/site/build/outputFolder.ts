import {lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {codeOf, CommandError} from '../../command/errors.ts'

/** Tells which files of the folder are of the build: those it may replace and remove. */
const MANIFEST = '.site-build.json'
/** Holds what is new until all of it is there. */
const STAGING = '.site-build'

/** What became of the files of a build. */
export interface Written {
  written: number
  unchanged: number
  removed: number
}

/** A folder with a build in it, which the next one takes the place of. */
export interface OutputFolder {
  /** Keeps a file for the build, by its path within the folder. */
  stage(file: string, body: string | Uint8Array): Promise<void>
  /** Whether a file of that path may be added to what was kept. */
  hasRoomFor(file: string): boolean
  /** Puts what was kept in place of the build before. */
  commit(): Promise<Written>
  /** Forgets what was kept. */
  discard(): Promise<void>
}

/**
 * Opens a folder for a build. Until `commit`, what is there stays as it is; files that are not of a build
 * are never touched.
 *
 * @throws CommandError when the folder holds files, and none of a build
 */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
  await mkdir(folder, {recursive: true}).catch((error: unknown) => {
    throw new CommandError(`${folder} is no folder, and cannot become one (${String(codeOf(error))}).`)
  })
  const before = await filesBefore(folder)
  const staging = join(folder, STAGING)
  await rm(staging, {recursive: true, force: true})
  await mkdir(staging)
  const files = new Set<string>()
  const discard = () => rm(staging, {recursive: true, force: true})

  return {
    discard,
    hasRoomFor: (file) => ![file, ...parentsOf(file)].some((path) => files.has(path)),
    async stage(file, body) {
      const path = join(staging, file)
      await mkdir(dirname(path), {recursive: true})
      await writeFile(path, body)
      files.add(file)
    },
    async commit() {
      const foreign = await foreignAmong(folder, files, before)
      if (foreign) {
        throw new CommandError(
          `${join(folder, foreign)} has no place: what is there is not of a build. Move it elsewhere. Nothing was changed.`,
        )
      }
      // Whatever stops the rest, the next build knows all that may be its own.
      await writeManifest(folder, new Set([...before, ...files]))
      let written = 0
      for (const file of files) if (await putInPlace(join(staging, file), join(folder, file))) written++
      const stale = [...before].filter((file) => !files.has(file))
      for (const file of stale) await removeFile(folder, file)
      await writeManifest(folder, files)
      await discard()
      return {written, unchanged: files.size - written, removed: stale.length}
    },
  }
}

async function filesBefore(folder: string): Promise<Set<string>> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined)
  if (text !== undefined) return new Set(filesIn(text, folder))
  const others = (await readdir(folder)).filter((name) => name !== STAGING)
  if (others.length === 0) return new Set()
  throw new CommandError(
    `${folder} holds files that are not of a build, such as ${others[0]}. Choose an empty folder, or one that an earlier build wrote.`,
  )
}

function filesIn(manifest: string, folder: string): string[] {
  try {
    const {files}: {files: unknown} = JSON.parse(manifest)
    if (Array.isArray(files) && files.every((file) => typeof file === 'string' && isWithin(file)))
      return files
  } catch {
    // Told below.
  }
  throw new CommandError(
    `${join(folder, MANIFEST)} is not as a build wrote it, so which files are its own is not known. Choose another folder.`,
  )
}

/** Whether a path of the manifest stays in its folder: what it names may be removed. */
const isWithin = (file: string): boolean =>
  !file.split('/').some((name) => name === '' || name === '.' || name === '..') && !file.includes('\\')

async function foreignAmong(
  folder: string,
  files: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Promise<string | undefined> {
  for (const file of files) if (!before.has(file) && (await isTaken(join(folder, file)))) return file
  return undefined
}

/** Whether something is there, or a file where a folder has to be. */
async function isTaken(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  )
}

/** A file that says the same stays, so that tools that copy the folder see what changed. */
async function putInPlace(staged: string, path: string): Promise<boolean> {
  const [next, kept] = [await readFile(staged), await readFile(path).catch(() => undefined)]
  if (kept?.equals(next)) return false
  await mkdir(dirname(path), {recursive: true})
  await rename(staged, path)
  return true
}

async function writeManifest(folder: string, files: ReadonlySet<string>): Promise<void> {
  const staged = join(folder, STAGING, MANIFEST)
  await writeFile(staged, `${JSON.stringify({files: [...files].toSorted()}, null, 1)}\n`)
  await rename(staged, join(folder, MANIFEST))
}

/** Removes a file, and the folders that are empty without it. */
async function removeFile(folder: string, file: string): Promise<void> {
  await rm(join(folder, file), {force: true})
  for (const parent of parentsOf(file)) {
    try {
      await rmdir(join(folder, parent))
    } catch {
      return
    }
  }
}

/** The folders that a file is in, from the innermost on. */
function parentsOf(file: string): string[] {
  const parent = dirname(file)
  return parent === '.' ? [] : [parent, ...parentsOf(parent)]
}
