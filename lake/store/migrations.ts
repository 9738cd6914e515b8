import type {DatabaseSync} from 'node:sqlite'
import {StoreError} from './errors.ts'
import {together} from './together.ts'

/**
 * The steps from an empty file to the current format, each run once; `PRAGMA user_version` counts the
 * steps that a file has behind it. Steps that were released never change.
 *
 * The log keeps what can't be derived: a document's earlier states follow from its present one and the
 * `revert` patches, so a creation keeps no patches (`kind` says it all) and a deletion only its `revert`.
 */
const MIGRATIONS = [
  `
  CREATE TABLE datasets (
    id INTEGER PRIMARY KEY,
    project TEXT NOT NULL,
    name TEXT NOT NULL,
    acl_mode TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT,
    UNIQUE (project, name)
  ) STRICT;

  CREATE TABLE documents (
    dataset INTEGER NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  ) STRICT;

  CREATE TABLE transactions (
    dataset INTEGER NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    author TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    mutations TEXT NOT NULL,
    actions TEXT NOT NULL,
    results TEXT NOT NULL,
    PRIMARY KEY (dataset, seq),
    UNIQUE (dataset, id)
  ) STRICT;

  CREATE INDEX transactions_by_time ON transactions (dataset, timestamp);

  CREATE TABLE changes (
    dataset INTEGER NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    document_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'delete')),
    previous_revision TEXT,
    apply TEXT,
    revert TEXT,
    mutations TEXT NOT NULL,
    PRIMARY KEY (dataset, document_id, seq)
  ) STRICT;

  CREATE INDEX changes_by_transaction ON changes (dataset, seq, position);

  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE key_values (
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  ) STRICT;
  `,
  `
  CREATE TABLE project_records (
    project TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (project, kind, id)
  ) STRICT;
  `,
  // How far a webhook has come is kept for each of its datasets; drafts and versions are asked for apart.
  `
  INSERT INTO project_records (project, kind, id, json)
  SELECT project, 'hookPosition', id || '/' || (json ->> '$.dataset'), json_object(
    'hook', id, 'dataset', json ->> '$.dataset', 'position', json -> '$.position')
  FROM project_records WHERE kind = 'hook';

  UPDATE project_records SET json = json_remove(
    json_set(json, '$.includeAllVersions', json(json -> '$.includeDrafts')), '$.position')
  WHERE kind = 'hook';
  `,
]

/** Brings the file to the current format; refuses one that a newer lake has written. */
export function migrate(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (version > MIGRATIONS.length) {
    throw new StoreError(
      'newer-format',
      `The data folder was written by a newer lake (format ${version}, this one knows ${MIGRATIONS.length}). Use that one.`,
    )
  }
  MIGRATIONS.slice(version).forEach((step, index) => {
    together(db, () => {
      db.exec(step)
      db.exec(`PRAGMA user_version = ${version + index + 1}`)
    })
  })
}
