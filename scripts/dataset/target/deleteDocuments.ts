import {CommandError, messageOf} from '../../command/errors.ts'
import type {Target} from '../../target/resolveTarget.ts'

/** What a person or the upload of an asset made; the service's own documents begin with `_.`. */
const MADE_BY_PEOPLE = '*[!(_id in path("_.**"))]'

/** The ids of all documents of a target: published, drafts, versions, assets. */
export async function allIds({client}: Target): Promise<string[]> {
  return client.fetch<string[]>(`${MADE_BY_PEOPLE}._id`, {}, {perspective: 'raw'})
}

/**
 * Deletes documents in one transaction: all or none.
 *
 * @throws CommandError when the target refuses, such as when something kept refers to one of them
 */
export async function deleteDocuments({client}: Target, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const transaction = client.transaction()
  for (const id of ids) transaction.delete(id)
  await transaction.commit({visibility: 'sync', returnDocuments: false}).catch((error: unknown) => {
    throw new CommandError(`Nothing was deleted, the target refused: ${messageOf(error)}`, undefined, {
      cause: error,
    })
  })
}
