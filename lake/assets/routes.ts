import {Hono} from 'hono'
import {platformError} from '../model/errors.ts'
import {openAssetFiles} from './assetFiles.ts'
import {type AssetKind, isNameSegment, parseAssetFileName} from './assetName.ts'
import {deliverAsset} from './deliverAsset.ts'
import {serveFile} from './serveFile.ts'
import {openTransformCache} from './transformCache.ts'
import {type AssetDataset, uploadAsset} from './uploadAsset.ts'

/** What the asset handlers need from the lake around them. */
export interface AssetDependencies {
  /** Folder that holds `assets/` and `cache/`; this process holds it alone. */
  dataDir: string
  dataset(project: string, name: string): AssetDataset | undefined
  /** Origin at which clients reach the lake, without a trailing slash. */
  origin(): string
}

/** Who uploads, and to where, as the API routes have established it. */
export interface UploadTarget {
  kind: AssetKind
  project: string
  datasetName: string
  author: string
}

/** The two doors of the asset room. Both throw `LakeError`, which the application serialises. */
export interface AssetHandlers {
  /** `POST /v…/assets/images|files/<dataset>`, after the caller was found to be allowed to write. */
  upload(request: Request, target: UploadTarget): Promise<Response>
  /** `/images/<project>/<dataset>/<file>[/<name>]` and `/files/…`, public as on the service. */
  delivery: Hono
  /** The bytes of `images|files` by file name, for who was given leave, whatever documents there are. */
  original(request: Request, folder: string, fileName: string): Promise<Response>
}

/** Makes the asset handlers over a data folder. */
export function createAssetHandlers(dependencies: AssetDependencies): AssetHandlers {
  const files = openAssetFiles(dependencies.dataDir)
  const cache = openTransformCache(dependencies.dataDir)

  const datasetOf = (project: string, name: string): AssetDataset => {
    const known = isNameSegment(project) && isNameSegment(name)
    const dataset = known ? dependencies.dataset(project, name) : undefined
    if (!dataset) throw platformError(404, `Dataset "${name}" not found for project ID "${project}"`)
    return dataset
  }

  const delivery = new Hono()
  delivery.get('/:kind{images|files}/:project/:dataset/:file/:vanity?', async (context) => {
    const {kind, project, dataset, file} = context.req.param()
    const name = parseAssetFileName(kind === 'images' ? 'image' : 'file', file)
    if (!name) throw platformError(404, 'Asset not found')
    return deliverAsset(context.req.raw, name, datasetOf(project, dataset).documents, {files, cache})
  })

  return {
    delivery,
    async original(request, folder, fileName) {
      const name = parseAssetFileName(folder === 'images' ? 'image' : 'file', fileName)
      if (!name) throw platformError(404, 'Asset not found')
      const type = 'application/octet-stream'
      const served = {type, etag: `"${name.sha1}"`, fileName, download: true, varies: false}
      return serveFile(request, files.pathOf(name.sha1), served)
    },
    async upload(request, target) {
      if (!request.body) throw platformError(400, 'The uploaded asset is empty')
      const document = await uploadAsset(files, {
        ...target,
        dataset: datasetOf(target.project, target.datasetName),
        origin: dependencies.origin(),
        query: new URL(request.url).searchParams,
        contentType: request.headers.get('content-type'),
        body: request.body,
      })
      return Response.json({document})
    },
  }
}
