import type {DatabaseSync} from 'node:sqlite'

/** Does all of what `write` writes, or nothing when it throws; gives what it gives. */
export function together<T>(db: DatabaseSync, write: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = write()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite ends the transaction by itself after some errors, such as a full disk.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
