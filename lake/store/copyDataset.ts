import type {DatabaseSync} from 'node:sqlite'
import type {CopyOptions, DatasetRecord} from './datasets.ts'

/**
 * Copies documents and log inside SQLite, as one transaction. Revisions stay as they are. The addresses
 * of assets name their dataset, so they are made to name the new one.
 */
export function copyDataset(
  db: DatabaseSync,
  from: DatasetRecord,
  to: DatasetRecord,
  {skipHistory, skipContentReleases}: CopyOptions,
): void {
  // Versions and releases are known by their ids.
  const leftOf = (id: string): string =>
    skipContentReleases ? `AND NOT (${id} GLOB 'versions.*' OR ${id} GLOB '_.releases.*')` : ''
  db.exec('BEGIN IMMEDIATE')
  try {
    db.prepare(
      `INSERT INTO documents (dataset, id, json)
       SELECT ?, id, json FROM documents WHERE dataset = ? ${leftOf('id')} ORDER BY rowid`,
    ).run(to.id, from.id)
    if (!skipHistory) {
      db.prepare(
        `INSERT INTO transactions (dataset, ${TRANSACTION}) SELECT ?, ${TRANSACTION} FROM transactions WHERE dataset = ?`,
      ).run(to.id, from.id)
      db.prepare(
        `INSERT INTO changes (dataset, ${CHANGE}) SELECT ?, ${CHANGE} FROM changes WHERE dataset = ? ${leftOf('document_id')}`,
      ).run(to.id, from.id)
    }
    const moved = (attribute: string): string => `replace(json_extract(json, '$.${attribute}'), :old, :new)`
    db.prepare(
      `UPDATE documents SET json = json_set(json, '$.path', ${moved('path')}, '$.url', ${moved('url')})
       WHERE dataset = :id AND (id GLOB 'image-*' OR id GLOB 'file-*') AND json_extract(json, '$.path') IS NOT NULL`,
    ).run({
      id: to.id,
      old: `s/${from.project}/${from.name}/`,
      new: `s/${to.project}/${to.name}/`,
    })
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

const TRANSACTION = 'seq, id, timestamp, author, fingerprint, mutations, actions, results'
const CHANGE = 'document_id, seq, position, kind, previous_revision, apply, revert, mutations'
