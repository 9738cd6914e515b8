import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The API version that every script speaks: perspectives default to `published` from this date on. */
export const API_VERSION = '2025-02-19'

/** Where `npm start` serves when nothing else is said. */
export const DEFAULT_PORT = 3333

/** Project id and dataset of the embedded lake; any other pair may live on the same lake. */
export const LOCAL_PROJECT_ID = 'local'
export const DEFAULT_DATASET = 'production'

/** The project's own folder. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where the lake keeps its data unless `--data` or LAKE_DATA says otherwise. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['LAKE_DATA'] || join(projectRoot, '.data')
}
