import {platformError} from '../model/errors.ts'
import {type DatasetRecord, openStore} from '../store/index.ts'
import {LiveDataset} from './liveDataset.ts'
import {ReleaseTimer} from './releaseTimer.ts'
import type {Dataset, DatasetWatcher, Lake} from './types.ts'

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

  /** Documents are read into memory when a dataset is first asked for. */
  const wake = (record: DatasetRecord): LiveDataset => {
    const known = live.get(record.id)
    if (known !== undefined) return known
    const dataset = store.read(() => new LiveDataset({record, log: store.log(record.id), store, now}))
    live.set(record.id, dataset)
    timers.set(record.id, new ReleaseTimer(dataset, now))
    return dataset
  }

  const demandRecord = (project: string, name: string): DatasetRecord => {
    const record = records.get(keyOf(project, name))
    if (record === undefined) throw platformError(404, notFound(project, name))
    return record
  }

  const create: Create = (project, name, {aclMode = 'public', createdBy = null} = {}) => {
    if (records.has(keyOf(project, name))) throw platformError(409, `Dataset "${name}" already exists`)
    const createdAt = now().toISOString()
    const record = store.datasets.create({project, name, aclMode, createdAt, createdBy})
    records.set(keyOf(project, name), record)
    return record
  }

  const announce = (record: DatasetRecord): Dataset => {
    const dataset = wake(record)
    for (const watcher of watchers) watcher.created(dataset)
    return dataset
  }

  try {
    for (const record of store.read(() => store.datasets.all())) {
      records.set(keyOf(record.project, record.name), record)
    }
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
    listProjects: () => [...new Set(Array.from(records.values(), ({project}) => project))],
    listDatasets: (project) => [...records.values()].filter((record) => record.project === project),
    dataset(project, name) {
      const record = records.get(keyOf(project, name))
      return record === undefined ? undefined : wake(record)
    },
    createDataset: (project, name, options) => announce(create(project, name, options)),
    copyDataset(project, source, target, options) {
      const from = demandRecord(project, source)
      live.get(from.id)?.flush()
      const to = create(project, target, {aclMode: from.aclMode})
      store.datasets.copy(from, to, options)
      if (watchers.size > 0) announce(to)
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
