import {CommandError, messageOf} from '../../command/errors.ts'
import type {StoredDocument} from '../../migrate/model.ts'
import type {Target} from '../../target/resolveTarget.ts'

/**
 * All documents of a target in one state: the export endpoint answers with a snapshot, whoever writes
 * meanwhile. Client contract: NDJSON; an error in the middle is a line `{error}`.
 *
 * @throws CommandError when the target refuses or breaks off
 */
export async function exportedDocuments({
  client,
  dataset,
  token,
  description,
}: Target): Promise<StoredDocument[]> {
  try {
    const response = await fetch(client.getUrl(`/data/export/${dataset}`), {
      headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 400)}`)
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map(parseExported)
  } catch (error) {
    throw new CommandError(`The ${description} could not be read: ${messageOf(error)}`, undefined, {
      cause: error,
    })
  }
}

function parseExported(line: string): StoredDocument {
  const value = JSON.parse(line) as StoredDocument
  if (typeof value._id !== 'string') throw new Error(`the export broke off: ${line.slice(0, 400)}`)
  return value
}
