import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {AccountStore} from '../access/access.ts'
import {accountTable} from './accounts.ts'
import {type DatasetTable, datasetTable} from './datasets.ts'
import {StoreError, isDamage} from './errors.ts'
import {type KeyValueTable, keyValueTable} from './keyValues.ts'
import {type Lock, acquireLock} from './lock.ts'
import {type Log, type Read, openLog} from './log.ts'
import {migrate} from './migrations.ts'
import {type ProjectRecords, projectRecords} from './projectRecords.ts'
import {type SelfCheck, selfCheck} from './selfCheck.ts'
import {together} from './together.ts'

/** All that a lake keeps, apart from the bytes of assets: one SQLite file, written by this process alone. */
export interface Store {
  datasets: DatasetTable
  accounts: AccountStore
  keyValues: KeyValueTable
  records: ProjectRecords
  selfCheck: SelfCheck
  log(datasetId: number): Log
  /** Reads what is stored; throws a `StoreError` when it is damaged. */
  read: Read
  /** Does all of what `write` writes, or nothing when it throws; durable when it returns. */
  together<T>(write: () => T): T
  /** Begins what `commit` makes durable as a whole. */
  begin(): void
  commit(): void
  rollback(): void
  /** Takes what was committed out of the log of SQLite, where what was purged still stands. */
  emptyLog(): void
  close(): void
}

/** Earlier versions can lose a WAL that is reset while it is read. */
const MINIMUM_SQLITE = [3, 51, 3] as const

/** Opens the store in a data folder, or throws a `StoreError` that says why it can't. */
export function openStore(dataDir: string): Store {
  demandSqlite()
  const lock = lockFolder(dataDir)
  try {
    const file = join(dataDir, 'lake.sqlite')
    const db = openDatabase(file, lock.afterCrash)
    const begin = db.prepare('BEGIN IMMEDIATE')
    const commit = db.prepare('COMMIT')
    const emptyLog = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
    const read: Read = (work) => {
      try {
        return work()
      } catch (error) {
        throw isUnreadable(error) ? damaged(file, error.message) : error
      }
    }
    return {
      datasets: datasetTable(db, () => new DatabaseSync(file, {readOnly: true})),
      accounts: accountTable(db),
      keyValues: keyValueTable(db),
      records: projectRecords(db),
      selfCheck: selfCheck(db),
      log: (datasetId) => openLog(db, datasetId, read),
      read,
      together: (write) => together(db, write),
      begin: () => void begin.run(),
      commit: () => void commit.run(),
      rollback() {
        // SQLite ends the transaction by itself after some errors, such as a full disk.
        if (db.isTransaction) db.exec('ROLLBACK')
      },
      emptyLog: () => void emptyLog.get(),
      close() {
        // Closed already; the lock may be another's by now.
        if (!db.isOpen) return
        db.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function lockFolder(dataDir: string): Lock {
  try {
    mkdirSync(dataDir, {recursive: true, mode: 0o700})
    return acquireLock(dataDir)
  } catch (error) {
    throw error instanceof StoreError ? error : unwritable(dataDir, error)
  }
}

function unwritable(path: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreError('unwritable', `${path} can't be written: ${reason}`, {cause: error})
}

function openDatabase(file: string, afterCrash: boolean): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    // First, so that the other settings wait where someone reads the file from outside.
    db.exec('PRAGMA busy_timeout = 5000')
    db.exec('PRAGMA journal_mode = WAL')
    // An acknowledged edit survives a power cut: one fsync for each commit, true ones on macOS.
    db.exec('PRAGMA synchronous = FULL')
    db.exec('PRAGMA fullfsync = ON')
    db.exec('PRAGMA checkpoint_fullfsync = ON')
    // 16 MB: most commits write the same pages, and a checkpoint copies each once.
    db.exec('PRAGMA wal_autocheckpoint = 4096')
    db.exec('PRAGMA journal_size_limit = 67108864')
    // What is purged leaves no trace in free space.
    db.exec('PRAGMA secure_delete = ON')
    if (afterCrash) demandIntact(db, file)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    if (error instanceof StoreError) throw error
    throw isDamage(error) ? damaged(file, String(error)) : unwritable(file, error)
  }
}

function demandIntact(db: DatabaseSync, file: string): void {
  const finding = db.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (finding !== 'ok') throw damaged(file, String(finding))
}

/** JSON that doesn't parse isn't what was written. */
const isUnreadable = (error: unknown): error is Error => isDamage(error) || error instanceof SyntaxError

const damaged = (file: string, finding: string): StoreError =>
  new StoreError('damaged', `${file} is damaged (${finding}). Restore it from a backup; nothing was changed.`)

function demandSqlite(): void {
  const version = process.versions.sqlite ?? '0'
  const parts = version.split('.').map(Number)
  const difference = MINIMUM_SQLITE.map((part, index) => (parts[index] ?? 0) - part).find(
    (part) => part !== 0,
  )
  if ((difference ?? 0) < 0) {
    throw new StoreError(
      'unsupported-sqlite',
      `This Node carries SQLite ${version}; at least ${MINIMUM_SQLITE.join('.')} is needed. Use a newer Node.`,
    )
  }
}
