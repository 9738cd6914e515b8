import {readFile, writeFile} from 'node:fs/promises'

import * as z from 'zod'

import {type Pair, pairSchema} from './pairs.ts'

/** The file of pairs cannot be read as one. */
export class PairsFileError extends Error {
  override readonly name = 'PairsFileError'
}

/**
 * The pairs that a person looked at; none while there is no file.
 *
 * @throws PairsFileError
 */
export async function readPairs(path: string): Promise<Pair[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new PairsFileError(`${path} cannot be read.`, {cause: error})
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    throw new PairsFileError(`${path} is not JSON.`, {cause: error})
  }
  const parsed = z.array(pairSchema).safeParse(content)
  if (parsed.success) return parsed.data
  throw new PairsFileError(`${path} is not a list of pairs:\n${z.prettifyError(parsed.error)}`)
}

/**
 * Adds suggestions to the file of pairs, which is made when there is none. What a person decided stays.
 *
 * @returns how many are new
 */
export async function addSuggestions(
  path: string,
  known: readonly Pair[],
  suggested: readonly Pair[],
): Promise<number> {
  const keys = new Set(known.map(keyOf))
  const added = suggested.filter((pair) => !keys.has(keyOf(pair)))
  if (added.length > 0 || known.length === 0) {
    await writeFile(path, `${JSON.stringify([...known, ...added], null, 2)}\n`)
  }
  return added.length
}

const keyOf = ({type, nl, en}: Pair): string => `${type} ${nl.key} ${en.key}`
