import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto'
import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import type {Backup} from '../backup/backupFiles.ts'
import {platformError} from '../model/errors.ts'
import {readJsonObject} from './body.ts'
import {datasetNotFound, isDatasetName} from './dataset.ts'
import {count} from './parameters.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const DEFAULT_BACKUPS = 30
const MAX_BACKUPS = 100
const FILES_PER_PAGE = 1000
/** How long the addresses of a backup's files hold, since they need no token. */
const ADDRESS_MS = 24 * 3_600_000

const PATH = '/projects/:project/datasets/:dataset/backups'
const DATE = /^\d{4}-\d\d-\d\d$/

/** Backups of datasets: switched on and off, listed, and read file by file as the command line does. */
export function backupRoutes(services: Services): Hono<LakeEnv> {
  const {lake, backups, assets} = services
  /** Signs addresses; those from before a restart hold no more. */
  const secret = randomBytes(32)
  const signatureOf = (address: string, expires: string): Buffer =>
    createHmac('sha256', secret).update(`${address} ${expires}`).digest()

  const managed = (c: LakeContext): string => {
    demand(c.var.identity, 'manage')
    const name = c.req.param('dataset') ?? ''
    if (!isDatasetName(name) || lake.dataset(c.var.project, name) === undefined) {
      throw datasetNotFound(c.var.project, name)
    }
    return name
  }
  const backupOf = async (c: LakeContext, dataset: string): Promise<Backup> => {
    const backup = isDatasetName(dataset)
      ? await backups.find(c.var.project, dataset, c.req.param('backup') ?? '')
      : undefined
    if (backup === undefined) throw platformError(404, 'Backup not found')
    return backup
  }

  return new Hono<LakeEnv>()
    .put('/projects/:project/datasets/:dataset/settings/backups', async (c) => {
      const dataset = managed(c)
      const {enabled} = await readJsonObject(c.req.raw)
      if (typeof enabled !== 'boolean') throw platformError(400, '"enabled" must be true or false')
      if (enabled) await backups.enable(c.var.project, dataset)
      else backups.disable(c.var.project, dataset)
      return Response.json({enabled})
    })
    .get(PATH, async (c) => {
      const dataset = managed(c)
      const query = new URL(c.req.url).searchParams
      const limit = count(query, 'limit', DEFAULT_BACKUPS, MAX_BACKUPS)
      const after = dateOf(query, 'after') ?? ''
      const before = dateOf(query, 'before') ?? '9999'
      const known = await backups.list(c.var.project, dataset)
      const chosen = known.filter(({createdAt}) => createdAt >= after && createdAt < before).slice(0, limit)
      return Response.json({backups: chosen.map(({id, createdAt}) => ({id, createdAt})), limit})
    })
    .get(`${PATH}/:backup`, async (c) => {
      const dataset = managed(c)
      const backup = await backupOf(c, dataset)
      const expires = String(Date.now() + ADDRESS_MS)
      const from = Number(new URL(c.req.url).searchParams.get('nextCursor') ?? 0)
      const all = filesOf(backup)
      const files = all.slice(from, from + FILES_PER_PAGE).map(({type, place}) => {
        const address = `/projects/${c.var.project}/datasets/${dataset}/backups/${backup.id}/${place}`
        const signature = signatureOf(address, expires).toString('base64url')
        const url = `${services.origin()}/${c.var.apiVersion}${address}?expires=${expires}&signature=${signature}`
        return {name: place.split('/')[1], type, url}
      })
      const next = from + files.length
      return Response.json({
        createdAt: backup.createdAt,
        totalFiles: all.length,
        files,
        ...(next < all.length ? {nextCursor: String(next)} : {}),
      })
    })
    .get(`${PATH}/:backup/:folder/:file`, async (c) => {
      const {project, dataset, backup: id, folder, file} = c.req.param()
      const query = new URL(c.req.url).searchParams
      const expires = query.get('expires') ?? ''
      const address = `/projects/${project}/datasets/${dataset}/backups/${id}/${folder}/${file}`
      const signature = Buffer.from(query.get('signature') ?? '', 'base64url')
      const expected = signatureOf(address, expires)
      const isSigned = signature.length === expected.length && timingSafeEqual(signature, expected)
      if (!isSigned || Number(expires) < Date.now()) {
        throw platformError(403, 'This address of a backup is wrong, or holds no more')
      }
      if (folder !== 'documents') return assets.original(c.req.raw, folder, file)
      const lines = await backups.page(project, dataset, id, Number(file))
      return new Response(lines, {headers: {'content-type': 'application/x-ndjson'}})
    })
}

/** What a backup consists of, named by its place among its files. */
function filesOf({pages, assets}: Backup): {type: 'document' | 'image' | 'file'; place: string}[] {
  return [
    ...Array.from({length: pages}, (_, page) => ({type: 'document' as const, place: `documents/${page}`})),
    ...assets.map((place) => ({
      type: place.startsWith('images/') ? ('image' as const) : ('file' as const),
      place,
    })),
  ]
}

function dateOf(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name) ?? undefined
  if (value !== undefined && !DATE.test(value)) throw platformError(400, `"${name}" must be YYYY-MM-DD`)
  return value
}
