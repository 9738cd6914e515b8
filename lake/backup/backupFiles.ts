import {randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {mkdir, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {StoredDocument} from '../model/document.ts'
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

/** The backups in a data folder. They outlive their datasets. */
export interface BackupFiles {
  /** Newest first. */
  list(project: string, dataset: string): Promise<Backup[]>
  find(project: string, dataset: string, id: string): Promise<Backup | undefined>
  /** Writes a backup; it is there whole and durable, or not at all. */
  write(project: string, dataset: string, snapshot: Snapshot): Promise<Backup>
  /** The documents of one of its files, one a line. */
  page(project: string, dataset: string, id: string, page: number): Promise<string>
  remove(project: string, dataset: string, id: string): Promise<void>
}

const BACKUP_ID = /^\d{4}-\d\d-\d\d-[0-9a-f-]{36}$/

/** Opens the backups of a data folder, which this process holds alone, and drops what was half written. */
export function openBackupFiles(dataDir: string): BackupFiles {
  const root = join(dataDir, 'backups')
  const incoming = join(root, '.incoming')
  rmSync(incoming, {recursive: true, force: true})
  const folderOf = (project: string, dataset: string, id: string): string => join(root, project, dataset, id)

  const find: BackupFiles['find'] = async (project, dataset, id) => {
    if (!BACKUP_ID.test(id)) return undefined
    const text = await readFile(join(folderOf(project, dataset, id), 'backup.json'), 'utf8').catch(ifMissing)
    return text === undefined ? undefined : (JSON.parse(text) as Backup)
  }

  return {
    find,
    async list(project, dataset) {
      const ids = (await readdir(join(root, project, dataset)).catch(ifMissing)) ?? []
      const backups = await Promise.all(ids.map((id) => find(project, dataset, id)))
      return backups
        .filter((backup) => backup !== undefined)
        .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    },
    async write(project, dataset, {createdAt, seq, documents}) {
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
          const from = page * DOCUMENTS_PER_FILE
          const lines = kept
            .slice(from, from + DOCUMENTS_PER_FILE)
            .map((document) => JSON.stringify(archived(document)))
          await writeFile(join(folder, pageName(page)), lines.join('\n'), {flush: true})
        }
        await writeFile(join(folder, 'backup.json'), JSON.stringify(backup), {flush: true})
        await mkdir(dirname(target), {recursive: true})
        await rename(folder, target)
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
