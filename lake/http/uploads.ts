import {Hono} from 'hono'
import {demand, userIdOf} from '../access/roles.ts'
import {platformError} from '../model/errors.ts'
import {readJsonObject} from './body.ts'
import {datasetOf} from './dataset.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const PATH = '/assets/:kind{images|files}/:dataset'

/** How long another server may take to hand out what is to be uploaded. */
const FETCH_TIMEOUT_MS = 60_000

/** Uploads of assets: the bytes in the body, or an address to get them from. */
export function uploadRoutes(services: Services): Hono<LakeEnv> {
  const upload = (c: LakeContext, request: Request): Promise<Response> => {
    const dataset = datasetOf(c, services)
    return services.assets.upload(request, {
      kind: c.req.param('kind') === 'images' ? 'image' : 'file',
      project: c.var.project,
      datasetName: dataset.name,
      author: userIdOf(c.var.identity),
    })
  }

  return new Hono<LakeEnv>()
    .post(PATH, (c) => {
      demand(c.var.identity, 'write')
      return upload(c, c.req.raw)
    })
    .post(`${PATH}/from-url`, async (c) => {
      demand(c.var.identity, 'write')
      datasetOf(c, services)
      const {url, filename} = await readJsonObject(c.req.raw)
      return upload(c, await download(url, typeof filename === 'string' ? filename : undefined))
    })
}

/** The upload that a person would make of what an address gives. */
async function download(url: unknown, filename: string | undefined): Promise<Request> {
  const source = typeof url === 'string' ? URL.parse(url) : null
  if (source === null || !/^https?:$/.test(source.protocol)) {
    throw platformError(400, '"url" must be an http or https address')
  }
  const response = await fetch(source, {signal: AbortSignal.timeout(FETCH_TIMEOUT_MS)}).catch(() => undefined)
  if (!response?.ok || response.body === null) {
    throw platformError(400, `The address could not be read (${response?.status ?? 'no answer'})`)
  }
  const target = new URL('http://localhost/')
  const name = filename ?? decodeURIComponent(source.pathname.split('/').at(-1) ?? '')
  if (name !== '') target.searchParams.set('filename', name)
  const type = response.headers.get('content-type')
  const init: RequestInit & {duplex: 'half'} = {
    method: 'POST',
    body: response.body,
    headers: type === null ? {} : {'content-type': type},
    duplex: 'half',
  }
  return new Request(target, init)
}
