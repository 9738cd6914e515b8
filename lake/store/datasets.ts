import type {DatabaseSync} from 'node:sqlite'
import type {AclMode} from '../access/visibility.ts'
import {copyDataset} from './copyDataset.ts'

/** A dataset of a project, as the store knows it. */
export interface DatasetRecord {
  id: number
  project: string
  name: string
  aclMode: AclMode
  createdAt: string
  createdBy: string | null
}

/** What a copy of a dataset leaves out. */
export interface CopyOptions {
  skipHistory: boolean
  skipContentReleases: boolean
}

/** The datasets of all projects. */
export interface DatasetTable {
  all(): DatasetRecord[]
  create(dataset: Omit<DatasetRecord, 'id'>): DatasetRecord
  /** The ids of the datasets in which a release waits for its time. */
  withScheduledReleases(): number[]
  setAclMode(id: number, aclMode: AclMode): void
  /**
   * Gives a dataset that is empty the documents of another one, with its log unless that is left out;
   * a step at a time, with how much is done, from 0 to 1.
   */
  copy(from: DatasetRecord, to: DatasetRecord, options: CopyOptions): Generator<number, void>
  /** Removes the dataset with all of its documents and its log. */
  remove(id: number): void
}

/** Opens the table of datasets. */
export function datasetTable(db: DatabaseSync, openReader: () => DatabaseSync): DatasetTable {
  const select = db.prepare(`
    SELECT id, project, name, acl_mode AS aclMode, created_at AS createdAt, created_by AS createdBy
    FROM datasets ORDER BY project, name`)
  const insert = db.prepare(
    'INSERT INTO datasets (project, name, acl_mode, created_at, created_by) VALUES (?, ?, ?, ?, ?)',
  )
  const scheduled = db.prepare(`
    SELECT DISTINCT dataset FROM documents
    WHERE id > '_.releases.' AND id < '_.releases/' AND json_extract(json, '$.state') = 'scheduled'`)
  const update = db.prepare('UPDATE datasets SET acl_mode = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM datasets WHERE id = ?')
  return {
    all: () => select.all() as unknown as DatasetRecord[],
    create(dataset) {
      const {project, name, aclMode, createdAt, createdBy} = dataset
      const {lastInsertRowid} = insert.run(project, name, aclMode, createdAt, createdBy)
      return {id: Number(lastInsertRowid), ...dataset}
    },
    withScheduledReleases: () => scheduled.all().map(({dataset}) => Number(dataset)),
    *copy(from, to, options) {
      const reader = openReader()
      try {
        yield* copyDataset(db, reader, {from, to, options})
      } finally {
        reader.close()
      }
    },
    setAclMode: (id, aclMode) => void update.run(aclMode, id),
    remove: (id) => void remove.run(id),
  }
}
