import type {SanityClient} from '@sanity/client'

/** A document as the log remembers it. */
export type PastDocument = Record<string, unknown>

const MOST_TRANSACTIONS = 1000

/**
 * A document as it was taken over: as the migration's run wrote it, or, for what was loaded without a
 * run, as it was first written. Undefined when the log doesn't know it any more.
 *
 * Reads the history API; a run names its transactions after itself.
 *
 * @param id of the published document
 */
export async function takenOver(
  client: SanityClient,
  id: string,
  runId: string | undefined,
): Promise<PastDocument | undefined> {
  const {dataset = ''} = client.config()
  const history = `/data/history/${dataset}`
  const lines = await client.request<string>({
    url: `${history}/transactions/drafts.${id},${id}`,
    query: {excludeContent: 'true', limit: String(MOST_TRANSACTIONS)},
    tag: 'origin',
  })
  const transactions = lines
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
    .filter(isTransaction)
  const writing =
    runId === undefined ? transactions[0] : transactions.find((transaction) => isWrite(transaction.id, runId))
  const writtenId = writing?.documentIDs.find((documentId) => documentId.endsWith(id))
  if (!writing || !writtenId) return undefined
  const {documents} = await client.request<{documents: PastDocument[]}>({
    url: `${history}/documents/${writtenId}`,
    query: {revision: writing.id},
    tag: 'origin',
  })
  const [document] = documents
  return document?.['provenance'] === undefined ? undefined : document
}

/** `run-1`, `run-2`, …; taking a run back is `run-undo-…`. */
const isWrite = (transactionId: string, runId: string): boolean =>
  transactionId.startsWith(`${runId}-`) && /^\d+$/.test(transactionId.slice(runId.length + 1))

function isTransaction(line: unknown): line is {id: string; documentIDs: string[]} {
  return typeof line === 'object' && line !== null && 'id' in line && 'documentIDs' in line
}
