import {randomUUID} from 'node:crypto'
import {mkdirSync, rmSync} from 'node:fs'
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import type {StoredDocument} from '../model/document.ts'
import {moveDurably, syncFolder} from '../store/index.ts'
import {archived, assetPlace, isArchived} from './archived.ts'

/** Documents in one file: enough to be quick, few enough not to hold up everyone while they are written. */
const DOCUMENTS_PER_FILE = 500

/** A dataset as it was. */
export interface Backup {
  id: string
  /** ISO 8601. */
  createdAt: string
  /** The position in the dataset's log. */
  seq: number
  /** How many files hold its documents, as NDJSON. */
  pages: number
  /** The places in the archive of its assets, whose bytes the lake keeps for ever. */
  assets: string[]
}

/** A dataset to be written down. */
export interface Snapshot {
  createdAt: string
  seq: number
  documents: readonly StoredDocument[]
}

/** A dataset by its names. */
export interface DatasetName {
  project: string
  dataset: string
}

/** The backups in a data folder. They outlive their datasets. */
export interface BackupFiles {
  /** The datasets that there are backups of. */
  datasets(): Promise<DatasetName[]>
  /** Newest first. */
  list(project: string, dataset: string): Promise<Backup[]>
  find(project: string, dataset: string, id: string): Promise<Backup | undefined>
  /** The hashes of the assets of all backups. */
  assetHashes(): Promise<Set<string>>
  /** Writes a backup; it is there whole and durable, or not at all, also when `signal` breaks it off. */
  write(project: string, dataset: string, snapshot: Snapshot, signal: AbortSignal): Promise<Backup>
  /** The documents of one of its files, one a line. */
  page(project: string, dataset: string, id: string, page: number): Promise<string>
  remove(project: string, dataset: string, id: string): Promise<void>
}

/** In hexadecimal, as the names of assets begin. */
const SHA1_LENGTH = 40
const BACKUP_ID = /^\d{4}-\d\d-\d\d-[0-9a-f-]{36}$/

/** Opens the backups of a data folder, which this process holds alone, and drops what was half written. */
export function openBackupFiles(dataDir: string): BackupFiles {
  const root = join(dataDir, 'backups')
  const incoming = join(root, '.incoming')
  mkdirSync(root, {recursive: true})
  rmSync(incoming, {recursive: true, force: true})
  const folderOf = (project: string, dataset: string, id: string): string => join(root, project, dataset, id)

  const find: BackupFiles['find'] = async (project, dataset, id) => {
    if (!BACKUP_ID.test(id)) return undefined
    const text = await readFile(join(folderOf(project, dataset, id), 'backup.json'), 'utf8').catch(ifMissing)
    return text === undefined ? undefined : (JSON.parse(text) as Backup)
  }

  const foldersIn = async (path: string): Promise<string[]> =>
    ((await readdir(path).catch(ifMissing)) ?? []).filter((name) => !name.startsWith('.'))

  const datasets: BackupFiles['datasets'] = async () => {
    const names: DatasetName[] = []
    for (const project of await foldersIn(root)) {
      for (const dataset of await foldersIn(join(root, project))) names.push({project, dataset})
    }
    return names
  }

  const list: BackupFiles['list'] = async (project, dataset) => {
    const ids = await foldersIn(join(root, project, dataset))
    const backups = await Promise.all(ids.map((id) => find(project, dataset, id)))
    return backups
      .filter((backup) => backup !== undefined)
      .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

  return {
    datasets,
    list,
    find,
    async assetHashes() {
      const hashes = new Set<string>()
      for (const {project, dataset} of await datasets()) {
        for (const {assets} of await list(project, dataset)) {
          for (const place of assets) hashes.add(basename(place).slice(0, SHA1_LENGTH))
        }
      }
      return hashes
    },
    async write(project, dataset, {createdAt, seq, documents}, signal) {
      const id = `${createdAt.slice(0, 10)}-${randomUUID()}`
      const folder = join(incoming, id)
      const target = folderOf(project, dataset, id)
      const kept = documents.filter(isArchived)
      const pages = Math.ceil(kept.length / DOCUMENTS_PER_FILE)
      const assets = documents.flatMap(({_id}) => assetPlace(_id) ?? [])
      const backup: Backup = {id, createdAt, seq, pages, assets}
      try {
        await mkdir(folder, {recursive: true})
        for (let page = 0; page < pages; page++) {
          signal.throwIfAborted()
          const from = page * DOCUMENTS_PER_FILE
          const lines = kept
            .slice(from, from + DOCUMENTS_PER_FILE)
            .map((document) => JSON.stringify(archived(document)))
          await writeFile(join(folder, pageName(page)), lines.join('\n'), {flush: true})
        }
        await writeFile(join(folder, 'backup.json'), JSON.stringify(backup), {flush: true})
        await syncFolder(folder)
        await moveDurably(folder, target, root)
      } catch (error) {
        await rm(folder, {recursive: true, force: true})
        throw error
      }
      return backup
    },
    page: (project, dataset, id, page) =>
      readFile(join(folderOf(project, dataset, id), pageName(page)), 'utf8'),
    remove: (project, dataset, id) => rm(folderOf(project, dataset, id), {recursive: true, force: true}),
  }
}

const pageName = (page: number): string => `documents-${page}.ndjson`

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
