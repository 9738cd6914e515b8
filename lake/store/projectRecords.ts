import type {DatabaseSync} from 'node:sqlite'
import type {Webhook} from '../webhooks/webhook.ts'

/** Another name for a dataset, used as `~name`. */
export interface Alias {
  name: string
  datasetName: string | null
}

/** An origin whose pages may use the lake. */
export interface CorsOrigin {
  id: string
  origin: string
  allowCredentials: boolean
  createdAt: string
  projectId: string
}

/** A copy of a dataset that was asked for. */
export interface CopyJob {
  id: string
  /** One that is running when the lake starts was interrupted. */
  state: 'running' | 'completed' | 'failed'
  /** Of a hundred. */
  progress: number
  /** Why it failed. */
  message?: string
  sourceDataset: string
  targetDataset: string
  withHistory: boolean
  createdAt: string
  updatedAt: string
}

/** How far a webhook has come in a dataset: the position in its log up to which everything was told. */
export interface HookPosition {
  hook: string
  dataset: string
  position: number
}

/** That a dataset is to be backed up. */
export interface BackupSetting {
  dataset: string
}

/** What is kept for a project beside its datasets. */
interface Kinds {
  alias: Alias
  backup: BackupSetting
  cors: CorsOrigin
  hook: Webhook
  hookPosition: HookPosition
  job: CopyJob
}

export type RecordKind = keyof Kinds

/** Small records of a project, such as its aliases and webhooks: few, and read as a whole. */
export interface ProjectRecords {
  /** In the order of their creation. */
  list<K extends RecordKind>(project: string, kind: K): Kinds[K][]
  find<K extends RecordKind>(project: string, kind: K, id: string): Kinds[K] | undefined
  save<K extends RecordKind>(project: string, kind: K, id: string, record: Kinds[K]): void
  /** Tells whether there was one. */
  remove(project: string, kind: RecordKind, id: string): boolean
  /** The projects that have records of a kind. */
  projectsWith(kind: RecordKind): string[]
}

/** Opens the records of all projects. */
export function projectRecords(db: DatabaseSync): ProjectRecords {
  const list = db.prepare('SELECT json FROM project_records WHERE project = ? AND kind = ? ORDER BY rowid')
  const find = db.prepare('SELECT json FROM project_records WHERE project = ? AND kind = ? AND id = ?')
  const save = db.prepare(`
    INSERT INTO project_records (project, kind, id, json) VALUES (?, ?, ?, ?)
    ON CONFLICT (project, kind, id) DO UPDATE SET json = excluded.json`)
  const remove = db.prepare('DELETE FROM project_records WHERE project = ? AND kind = ? AND id = ?')
  const projects = db.prepare('SELECT DISTINCT project FROM project_records WHERE kind = ?')
  return {
    list: <K extends RecordKind>(project: string, kind: K) =>
      list.all(project, kind).map(({json}) => JSON.parse(String(json)) as Kinds[K]),
    find<K extends RecordKind>(project: string, kind: K, id: string) {
      const row = find.get(project, kind, id)
      return row === undefined ? undefined : (JSON.parse(String(row.json)) as Kinds[K])
    },
    save: (project, kind, id, record) => void save.run(project, kind, id, JSON.stringify(record)),
    remove: (project, kind, id) => Number(remove.run(project, kind, id).changes) > 0,
    projectsWith: (kind) => projects.all(kind).map(({project}) => String(project)),
  }
}
