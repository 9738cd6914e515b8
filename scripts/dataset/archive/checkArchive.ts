import {existsSync} from 'node:fs'
import {isAbsolute, relative} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

import {isObject} from '../../migrate/merge/same.ts'
import type {Json} from '../../migrate/model.ts'
import {parseLink} from './assetFile.ts'
import {assetsById} from './assetsById.ts'
import type {Archive} from './openArchive.ts'
import type {Problem, Read} from './parseLines.ts'

/** Something that documents need and that the archive does not hold: the target must. */
export interface Need {
  id: string
  place: string
}

/**
 * Checks an archive by itself: lines that are no document, ids that come twice, assets that are not there.
 *
 * @returns what is wrong, and the documents outside the archive that its own refer to
 */
export function checkArchive(archive: Archive): {problems: Problem[]; needs: Need[]} {
  const problems = [...archive.problems, ...duplicates(archive.read)]
  const held = new Set(archive.read.flatMap(({document}) => document._id ?? []))
  for (const id of assetsById(archive).keys()) held.add(id)
  const needs: Need[] = []
  for (const {document, place} of archive.read) {
    for (const id of neededBy(document, document._id)) {
      if (!held.has(id)) needs.push({id, place})
    }
    for (const message of assetProblems(document, archive.folder)) problems.push({place, message})
  }
  return {problems, needs}
}

function duplicates(read: Read[]): Problem[] {
  const first = new Map<string, string>()
  return read.flatMap(({document: {_id: id}, place}) => {
    if (id === undefined) return []
    const before = first.get(id)
    if (before !== undefined) return [{place, message: `_id ${id} was at ${before} already`}]
    first.set(id, place)
    return []
  })
}

/** The ids that must exist beside a document: what it refers to strongly, and the release of a version. */
function neededBy(document: Json, id = ''): Set<string> {
  const release = /^versions\.([^.]+)\./.exec(id)?.[1]
  return new Set([...strongReferences(document), ...(release ? [`_.releases.${release}`] : [])])
}

/** The ids that a value refers to and that have to exist: neither weak nor in another dataset. */
export function* strongReferences(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* strongReferences(item)
  if (!isObject(value)) return
  const {_ref: id, _weak: weak} = value
  if (typeof id === 'string' && weak !== true && !('_dataset' in value) && !('_projectId' in value)) yield id
  for (const [name, inner] of Object.entries(value)) if (name !== '_system') yield* strongReferences(inner)
}

function* assetProblems(value: Json, folder: string): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* assetProblems(item, folder)
  if (!isObject(value)) return
  const {_sanityAsset: linked} = value
  const problem = linked === undefined ? undefined : linkProblem(linked, folder)
  if (problem) yield problem
  for (const inner of Object.values(value)) yield* assetProblems(inner, folder)
}

/** What keeps a link from being imported. */
function linkProblem(linked: Json, folder: string): string | undefined {
  const link = typeof linked === 'string' ? parseLink(linked) : undefined
  if (!link) return `_sanityAsset ${JSON.stringify(linked)} must be image@… or file@…`
  if (!link.url.startsWith('file:')) {
    return /^(https?:\/\/(?!\.\/)|data:)/.test(link.url) ? undefined : `${link.url} can't be fetched`
  }
  const path = localPath(link.url, folder)
  // Whoever made the archive must not choose files of this machine to be uploaded.
  if (path === undefined || isOutside(path, folder)) return `${link.url} is outside the archive`
  return existsSync(path) ? undefined : `${link.url} is not in the archive`
}

/** `file://./` leads into the archive's folder, as in `@sanity/import`. */
function localPath(url: string, folder: string): string | undefined {
  try {
    return fileURLToPath(url.replace(/^file:\/\/\.\//i, `${pathToFileURL(folder).href}/`))
  } catch {
    return undefined
  }
}

function isOutside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return isAbsolute(way) || /^\.\.(?:[\\/]|$)/.test(way)
}
