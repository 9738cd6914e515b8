import {basename} from 'node:path'

import type {JsonObject} from '../../migrate/model.ts'
import {assetIdOf} from './assetFile.ts'
import type {Archive} from './openArchive.ts'

interface IdentifiedAsset {
  path: string
  /** As `assets.json` has them. */
  fields: JsonObject
}

/** The assets of an archive that bear the name that an export gave them, by id. */
export function assetsById({assets, assetFields}: Archive): Map<string, IdentifiedAsset> {
  return new Map(
    assets.flatMap(({kind, path}): [string, IdentifiedAsset][] => {
      const id = assetIdOf(kind, basename(path))
      return id ? [[id, {path, fields: assetFields[id.split('-', 2).join('-')] ?? {}}]] : []
    }),
  )
}
