import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

import type {SanityClient, SanityDocumentStub} from '@sanity/client'

import {CommandError} from '../command/errors.ts'
import {projectRoot} from '../target/environment.ts'

/** The project's own content: one NDJSON file for each document type, one document on a line. */
export const contentFolder = join(projectRoot, 'content')

type IdentifiedDocument = SanityDocumentStub & {_id: string}

/**
 * Reads the documents of `content/`, in the order of the file names.
 *
 * @throws CommandError naming the file and line of what cannot be read
 */
export async function readContent(folder: string = contentFolder): Promise<IdentifiedDocument[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).toSorted()
  const documents: IdentifiedDocument[] = []
  for (const file of files) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n')
    for (const [index, line] of lines.entries()) {
      if (line.trim() !== '') documents.push(parseDocument(line, `content/${file}:${index + 1}`))
    }
  }
  return documents
}

function parseDocument(line: string, place: string): IdentifiedDocument {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new CommandError(`${place} is not a JSON document: correct or remove the line.`, undefined, {cause: error})
  }
  if (!isIdentifiedDocument(value)) {
    throw new CommandError(`${place} has no _id or no _type: every document needs both.`)
  }
  return value
}

function isIdentifiedDocument(value: unknown): value is IdentifiedDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_id' in value &&
    typeof value._id === 'string' &&
    '_type' in value &&
    typeof value._type === 'string'
  )
}

/**
 * Loads `content/` into a dataset that holds no document of an editor's yet, in one transaction, so
 * that an interrupted load leaves the dataset empty and the next start loads it again.
 *
 * @param client raw perspective, may write
 * @returns how many documents were loaded; 0 when the dataset already held some
 */
export async function loadContentWhenEmpty(client: SanityClient): Promise<number> {
  const existing = await client.fetch<number>('count(*[!(_id in path("_.**")) && !(_type match "system.*")])')
  if (existing > 0) return 0
  const documents = await readContent()
  const transaction = client.transaction()
  for (const document of documents) transaction.createIfNotExists(document)
  await transaction.commit({visibility: 'sync', returnDocuments: false})
  return documents.length
}
