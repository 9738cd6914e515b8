import {platformError} from '../model/errors.ts'
import {type DatasetRecord, openStore} from '../store/index.ts'
import {DatasetCopies, type InterruptedCopy, interruptedCopies, nameTaken} from './datasetCopies.ts'
import {LiveDataset} from './liveDataset.ts'
import {ReleaseTimer} from './releaseTimer.ts'
import type {DatasetWatcher, Lake} from './types.ts'

export interface OpenLakeOptions {
  /** What the lake takes for the present. */
  now?: () => Date
}

/** Opens the lake in a data folder, or throws a `StoreError` that says why it can't. */
export function openLake(dataDir: string, {now = () => new Date()}: OpenLakeOptions = {}): Lake {
  const store = openStore(dataDir)
  const records = new Map<string, DatasetRecord>()
  const live = new Map<number, LiveDataset>()
  const timers = new Map<number, ReleaseTimer>()
  const watchers = new Set<DatasetWatcher>()
  /** The names that copies are on their way to. */
  const copied = new Set<string>()

  /** Documents are read into memory when a dataset is first asked for. */
  const wake = (record: DatasetRecord): LiveDataset => {
    const known = live.get(record.id)
    if (known !== undefined) return known
    const dataset = store.read(() => new LiveDataset({record, log: store.log(record.id), store, now}))
    live.set(record.id, dataset)
    timers.set(record.id, new ReleaseTimer(dataset, now))
    return dataset
  }

  const add = (record: DatasetRecord): void => {
    records.set(keyOf(record.project, record.name), record)
    for (const watcher of watchers) watcher.created(record.project, record.name)
  }

  const demandRecord = (project: string, name: string): DatasetRecord => {
    const record = records.get(keyOf(project, name))
    if (record === undefined) throw platformError(404, notFound(project, name))
    return record
  }

  const create: Create = (project, name, {aclMode = 'public', createdBy = null} = {}) => {
    if (records.has(keyOf(project, name)) || copied.has(keyOf(project, name))) throw nameTaken(name)
    const createdAt = now().toISOString()
    return store.datasets.create({project, name, aclMode, createdAt, createdBy})
  }

  const copies = new DatasetCopies(
    store.records,
    ({project, source, target, ...options}, save) => {
      const from = demandRecord(project, source)
      live.get(from.id)?.flush()
      const to = store.together(() => {
        const made = create(project, target, {aclMode: from.aclMode})
        save()
        return made
      })
      copied.add(keyOf(project, target))
      return {
        steps: store.datasets.copy(from, to, options),
        finish() {
          copied.delete(keyOf(project, target))
          add(to)
        },
        abandon(save) {
          store.together(() => {
            store.datasets.remove(to.id)
            save()
          })
          copied.delete(keyOf(project, target))
        },
      }
    },
    now,
  )

  /** Removes what a copy left half made; its name stays taken while the storage doesn't accept that. */
  const clear = (copy: InterruptedCopy): void => {
    const key = keyOf(copy.project, copy.target)
    const halfMade = records.get(key)
    records.delete(key)
    try {
      store.together(() => {
        if (halfMade !== undefined) store.datasets.remove(halfMade.id)
        copy.fail()
      })
    } catch (error) {
      copied.add(key)
      process.emitWarning(error instanceof Error ? error : String(error))
    }
  }

  try {
    for (const record of store.read(() => store.datasets.all())) {
      records.set(keyOf(record.project, record.name), record)
    }
    for (const copy of store.read(() => interruptedCopies(store.records))) clear(copy)
    // What is to be published at its time needs its dataset awake.
    const awaited = new Set(store.read(() => store.datasets.withScheduledReleases()))
    for (const record of records.values()) if (awaited.has(record.id)) wake(record)
  } catch (error) {
    store.close()
    throw error
  }

  return {
    accounts: store.accounts,
    keyValues: store.keyValues,
    records: store.records,
    copies,
    listProjects: () => [...new Set(Array.from(records.values(), ({project}) => project))],
    listDatasets: (project) => [...records.values()].filter((record) => record.project === project),
    dataset(project, name) {
      const record = records.get(keyOf(project, name))
      return record === undefined ? undefined : wake(record)
    },
    createDataset(project, name, options) {
      const record = create(project, name, options)
      add(record)
      return wake(record)
    },
    setAclMode(project, name, aclMode) {
      const record = demandRecord(project, name)
      store.datasets.setAclMode(record.id, aclMode)
      record.aclMode = aclMode
    },
    deleteDataset(project, name) {
      const record = demandRecord(project, name)
      for (const watcher of watchers) watcher.deleted(project, name)
      timers.get(record.id)?.close()
      timers.delete(record.id)
      live.get(record.id)?.close(platformError(404, notFound(project, name)))
      store.datasets.remove(record.id)
      live.delete(record.id)
      records.delete(keyOf(project, name))
    },
    watchDatasets(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    async close() {
      copies.close()
      for (const timer of timers.values()) timer.close()
      for (const dataset of live.values()) dataset.close(platformError(503, 'The lake is shutting down'))
      store.close()
    },
  }
}

type Create = (...args: Parameters<Lake['createDataset']>) => DatasetRecord

/** Names of projects and datasets hold no slash. */
const keyOf = (project: string, name: string): string => `${project}/${name}`

const notFound = (project: string, name: string): string =>
  `Dataset "${name}" not found for project ID "${project}"`
