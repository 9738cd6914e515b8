import type {Lake} from '../dataset/index.ts'
import {type Backup, openBackupFiles} from './backupFiles.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** How long the service keeps daily backups. */
const KEPT_DAYS = 365

export interface BackupOptions {
  dataDir: string
  now?: () => Date
}

/** Daily backups of the datasets that they were asked for. */
export interface Backups {
  /** Makes a backup every day from now on, the first one at once. */
  enable(project: string, dataset: string): Promise<void>
  disable(project: string, dataset: string): void
  /** Newest first. */
  list(project: string, dataset: string): Promise<Backup[]>
  find(project: string, dataset: string, id: string): Promise<Backup | undefined>
  /** The documents of one of its files, one a line. */
  page(project: string, dataset: string, id: string, page: number): Promise<string>
  /** Makes the backups that are due, and drops those that have been kept long enough. */
  takeDue(): Promise<void>
  close(): void
}

/** Starts making the backups that are asked for on a lake. */
export function startBackups(lake: Lake, {dataDir, now = () => new Date()}: BackupOptions): Backups {
  const files = openBackupFiles(dataDir)
  const ageOf = ({createdAt}: Backup): number => now().getTime() - Date.parse(createdAt)
  const isDue = (last: Backup | undefined, lastSeq: number): boolean =>
    last === undefined || (ageOf(last) >= DAY_MS && last.seq !== lastSeq)

  const take = async (project: string, name: string): Promise<void> => {
    const dataset = lake.dataset(project, name)
    if (dataset === undefined) return
    const known = await files.list(project, name)
    if (isDue(known[0], dataset.lastSeq)) {
      const documents = [...dataset.documents.values()]
      await files.write(project, name, {createdAt: now().toISOString(), seq: dataset.lastSeq, documents})
    }
    for (const old of known) {
      if (ageOf(old) > KEPT_DAYS * DAY_MS) await files.remove(project, name, old.id)
    }
  }

  /** One at a time: a backup that takes long is not begun twice. */
  let queue: Promise<unknown> = Promise.resolve()
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  const takeDue = (): Promise<void> =>
    next(async () => {
      for (const project of lake.records.projectsWith('backup')) {
        for (const {dataset} of lake.records.list(project, 'backup')) await take(project, dataset)
      }
    })
  const tryAll = (): void => void takeDue().catch((error: Error) => process.emitWarning(error))
  const timer = setInterval(tryAll, HOUR_MS).unref()
  tryAll()

  return {
    async enable(project, dataset) {
      lake.records.save(project, 'backup', dataset, {dataset})
      await next(() => take(project, dataset))
    },
    disable: (project, dataset) => void lake.records.remove(project, 'backup', dataset),
    list: (project, dataset) => files.list(project, dataset),
    find: (project, dataset, id) => files.find(project, dataset, id),
    page: (project, dataset, id, page) => files.page(project, dataset, id, page),
    takeDue,
    close: () => clearInterval(timer),
  }
}
