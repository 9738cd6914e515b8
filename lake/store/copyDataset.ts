import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import type {CopyOptions, DatasetRecord} from './datasets.ts'
import {together} from './together.ts'

/** Rows that are written at a time; others are served between two of them. */
const ROWS_AT_A_TIME = 500

/** The columns of a table that go over as they are, and the rows that do. */
interface Part {
  table: 'documents' | 'transactions' | 'changes'
  columns: string
  condition: string
  order: string
}

/**
 * Copies documents and log as they are when it begins, whatever is written meanwhile, some rows at each
 * step; gives how much is done, from 0 to 1. Revisions stay as they are. The addresses of assets name
 * their dataset, so they are made to name the new one. Whoever stops before the end removes the dataset.
 *
 * @param reader a connection of the copy's own, which holds on to the state that is copied
 */
export function* copyDataset(
  db: DatabaseSync,
  reader: DatabaseSync,
  {from, to, options}: {from: DatasetRecord; to: DatasetRecord; options: CopyOptions},
): Generator<number, void> {
  reader.exec('BEGIN')
  try {
    const parts = partsOf(options)
    const total = parts.reduce((sum, part) => sum + countOf(reader, part, from.id), 0)
    let done = 0
    for (const part of parts) {
      const {table, columns, condition, order} = part
      const select = reader.prepare(
        `SELECT ${columns} FROM ${table} WHERE dataset = ? ${condition} ORDER BY ${order}`,
      )
      const insert = db.prepare(
        `INSERT INTO ${table} (dataset, ${columns}) VALUES (?, ${columns.replaceAll(/\w+/g, '?')})`,
      )
      for (const rows of inGroups(select.iterate(from.id))) {
        together(db, () => {
          for (const row of rows) insert.run(to.id, ...Object.values(row))
        })
        done += rows.length
        yield done / total
      }
    }
    together(db, () => nameAssets(db, from, to))
  } finally {
    reader.exec('ROLLBACK')
  }
}

function partsOf({skipHistory, skipContentReleases}: CopyOptions): Part[] {
  // Versions and releases are known by their ids.
  const without = (id: string): string =>
    skipContentReleases ? `AND NOT (${id} GLOB 'versions.*' OR ${id} GLOB '_.releases.*')` : ''
  const documents: Part = {table: 'documents', columns: 'id, json', condition: without('id'), order: 'rowid'}
  if (skipHistory) return [documents]
  return [
    documents,
    {
      table: 'transactions',
      columns: 'seq, id, timestamp, author, fingerprint, mutations, actions, results',
      condition: '',
      order: 'seq',
    },
    {
      table: 'changes',
      columns: 'document_id, seq, position, kind, previous_revision, apply, revert, mutations',
      condition: without('document_id'),
      order: 'document_id, seq',
    },
  ]
}

function countOf(reader: DatabaseSync, {table, condition}: Part, dataset: number): number {
  const row = reader
    .prepare(`SELECT count(*) AS count FROM ${table} WHERE dataset = ? ${condition}`)
    .get(dataset)
  return Number(row?.count ?? 0)
}

type Row = Record<string, SQLOutputValue>

function* inGroups(rows: Iterable<Row>): Generator<Row[]> {
  let group: Row[] = []
  for (const row of rows) {
    group.push(row)
    if (group.length < ROWS_AT_A_TIME) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

function nameAssets(db: DatabaseSync, from: DatasetRecord, to: DatasetRecord): void {
  const moved = (attribute: string): string => `replace(json_extract(json, '$.${attribute}'), :old, :new)`
  db.prepare(
    `UPDATE documents SET json = json_set(json, '$.path', ${moved('path')}, '$.url', ${moved('url')})
     WHERE dataset = :id AND (id GLOB 'image-*' OR id GLOB 'file-*') AND json_extract(json, '$.path') IS NOT NULL`,
  ).run({
    id: to.id,
    old: `s/${from.project}/${from.name}/`,
    new: `s/${to.project}/${to.name}/`,
  })
}
