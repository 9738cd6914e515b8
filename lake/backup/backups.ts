import type {Dataset, Lake} from '../dataset/index.ts'
import {platformError} from '../model/errors.ts'
import {type Backup, type DatasetName, openBackupFiles} from './backupFiles.ts'

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
  /** Ends once what is under way has stopped. */
  close(): Promise<void>
}

/** Starts making the backups that are asked for on a lake. */
export function startBackups(lake: Lake, {dataDir, now = () => new Date()}: BackupOptions): Backups {
  const files = openBackupFiles(dataDir)
  const ageOf = ({createdAt}: Backup): number => now().getTime() - Date.parse(createdAt)
  const ending = new AbortController()

  const take = async (project: string, name: string): Promise<void> => {
    const dataset = lake.dataset(project, name)
    if (dataset === undefined) return
    const last = (await files.list(project, name)).find(isOf(dataset))
    if (last !== undefined && (last.seq === dataset.lastSeq || ageOf(last) < DAY_MS)) return
    const documents = [...dataset.documents.values()]
    const snapshot = {createdAt: now().toISOString(), seq: dataset.lastSeq, documents}
    await files.write(project, name, snapshot, ending.signal)
  }

  const prune = async ({project, dataset: name}: DatasetName): Promise<void> => {
    const known = await files.list(project, name)
    for (const backup of known.filter((one) => ageOf(one) > KEPT_DAYS * DAY_MS)) {
      const dataset = lake.dataset(project, name)
      // The last one of a dataset that did not change since may be as old as it likes.
      const isCurrent = dataset !== undefined && backup === known.find(isOf(dataset))
      if (!isCurrent || backup.seq !== dataset.lastSeq) await files.remove(project, name, backup.id)
    }
  }

  /** One at a time: a backup that takes long is not begun twice. */
  let queue: Promise<unknown> = Promise.resolve()
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(() => {
      ending.signal.throwIfAborted()
      return work()
    })
    queue = result.catch(() => undefined)
    return result
  }

  const takeDue = (): Promise<void> =>
    next(async () => {
      for (const project of lake.records.projectsWith('backup')) {
        for (const {dataset} of lake.records.list(project, 'backup')) await take(project, dataset)
      }
      for (const name of await files.datasets()) await prune(name)
    })
  const tryAll = (): void =>
    void takeDue().catch((error: Error) => {
      if (!ending.signal.aborted) process.emitWarning(error)
    })
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
    async close() {
      clearInterval(timer)
      ending.abort(platformError(503, 'The lake is shutting down'))
      await queue
    },
  }
}

/** Whether a backup is of a dataset, and not of one that had its name before. */
const isOf =
  ({createdAt}: Dataset) =>
  (backup: Backup): boolean =>
    backup.createdAt >= createdAt
