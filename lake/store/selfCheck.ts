import type {DatabaseSync} from 'node:sqlite'

/** Where a document and the log of its dataset contradict each other. */
export interface Contradiction {
  documentId: string
  /** The revision that the document has, null when there is none. */
  revision: string | null
  /** The revision that the log leads to, null when it was deleted. */
  logged: string | null
}

/** Looks at what is stored without changing it. */
export interface SelfCheck {
  /** What SQLite itself finds wrong with its file; empty when it is intact. */
  damage(): string[]
  /** Documents that are not what the last logged change of them made, or that no longer should be there. */
  contradictions(datasetId: number): Contradiction[]
  /** Positions that are missing in the log of a dataset. */
  gaps(datasetId: number): number
}

/** Opens the checks over a database. */
export function selfCheck(db: DatabaseSync): SelfCheck {
  const integrity = db.prepare('PRAGMA integrity_check')
  const foreignKeys = db.prepare('PRAGMA foreign_key_check')
  // A copy without its history has documents that no log entry tells of.
  const contradictions = db.prepare(`
    WITH last AS (
      SELECT c.document_id AS id, c.kind, c.seq FROM changes c
      WHERE c.dataset = ?1 AND c.seq = (
        SELECT max(seq) FROM changes WHERE dataset = ?1 AND document_id = c.document_id))
    SELECT last.id AS documentId, json_extract(d.json, '$._rev') AS revision,
      CASE last.kind WHEN 'delete' THEN NULL ELSE t.id END AS logged
    FROM last
    JOIN transactions t ON t.dataset = ?1 AND t.seq = last.seq
    LEFT JOIN documents d ON d.dataset = ?1 AND d.id = last.id
    WHERE json_extract(d.json, '$._rev') IS NOT CASE last.kind WHEN 'delete' THEN NULL ELSE t.id END`)
  const gaps = db.prepare(
    'SELECT coalesce(max(seq) - min(seq) + 1 - count(*), 0) AS gaps FROM transactions WHERE dataset = ?',
  )
  return {
    damage: () => [
      ...integrity
        .all()
        .map((row) => String(row.integrity_check))
        .filter((finding) => finding !== 'ok'),
      ...foreignKeys
        .all()
        .map((row) => `A row of ${String(row.table)} belongs to nothing in ${String(row.parent)}`),
    ],
    contradictions: (datasetId) => contradictions.all(datasetId) as unknown as Contradiction[],
    gaps: (datasetId) => Number(gaps.get(datasetId)?.gaps ?? 0),
  }
}
