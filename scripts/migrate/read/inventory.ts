import {readdir, readFile, stat} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'

import {sha256} from '../identity.ts'
import type {InputFile, Rejection} from '../model.ts'

const LARGEST_FILE_BYTES = 25 * 1024 * 1024

/** A path that does not exist: the command line is wrong, not a file. */
export class PathMissingError extends Error {
  readonly path: string

  constructor(path: string, options?: ErrorOptions) {
    super(`There is no file or folder ${path}.`, options)
    this.name = 'PathMissingError'
    this.path = path
  }
}

export interface Inventory {
  files: InputFile[]
  rejected: Rejection[]
}

/**
 * Lists the files of the paths, in one order whatever the order of the arguments. A file is named by its
 * folder and name, so that a plan says the same wherever the folder lies. Links are not followed, but told.
 *
 * @throws PathMissingError
 */
export async function takeInventory(paths: readonly string[]): Promise<Inventory> {
  const found = new Map<string, string>()
  const roots = new Map<string, string>()
  const links = new Set<string>()
  for (const path of paths) {
    for (const {absolute, name, isLink} of await entriesUnder(path)) {
      if (isLink) links.add(name)
      else found.set(absolute, name)
      if (absolute !== resolve(path)) roots.set(absolute, resolve(path))
    }
  }
  const inventory: Inventory = {files: [], rejected: [...links].map(linkRejection)}
  for (const [path, file] of [...found].toSorted(([, a], [, b]) => (a < b ? -1 : 1))) {
    const {size} = await stat(path)
    if (size > LARGEST_FILE_BYTES) {
      inventory.rejected.push({
        file,
        code: 'too-large',
        reason: `The file has ${size} bytes; at most ${LARGEST_FILE_BYTES} are read. Split it.`,
      })
    } else if (size === 0) {
      inventory.rejected.push({file, code: 'empty', reason: 'The file is empty.'})
    } else {
      const root = roots.get(path)
      inventory.files.push({
        file,
        path,
        bytes: size,
        sha256: sha256(await readFile(path)),
        ...(root === undefined ? {} : {root}),
      })
    }
  }
  return inventory
}

interface Entry {
  absolute: string
  /** Its name in a plan. */
  name: string
  isLink: boolean
}

/** A file, or the files and links in a folder and those in it; what is hidden stays so. */
async function entriesUnder(path: string): Promise<Entry[]> {
  const root = resolve(path)
  const info = await statOf(root, path)
  if (info.isFile()) {
    return [{absolute: root, name: join(basename(dirname(root)), basename(root)), isLink: false}]
  }
  const entries = await readdir(root, {withFileTypes: true, recursive: true})
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map((entry) => {
      const absolute = join(entry.parentPath, entry.name)
      const name = join(basename(root), relative(root, absolute)).split(sep).join('/')
      return {absolute, name, isLink: entry.isSymbolicLink()}
    })
}

/** Links may lead out of the folder, or around in it. */
const linkRejection = (file: string): Rejection => ({
  file,
  code: 'link',
  reason: 'It is a link, which is not followed. Name what it leads to as well, if that is to be read.',
})

async function statOf(absolute: string, path: string) {
  try {
    return await stat(absolute)
  } catch (error) {
    throw new PathMissingError(path, {cause: error})
  }
}
