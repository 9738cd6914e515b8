import {existsSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'

import {StoreError} from './errors.ts'
import {acquireLock} from './lock.ts'

/** What the hold on the folder consists of; it goes last and by itself. */
const LOCK_FILES = new Set(['lock', 'pid'])

/**
 * Removes everything that a lake kept in its data folder. A folder that is absent or empty is left as
 * it is.
 *
 * @throws StoreError `foreign` when the folder holds something else than a lake's data, `locked` while
 *   another process uses it; nothing is removed then
 */
export function emptyDataFolder(dataDir: string): void {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return
  if (!existsSync(join(dataDir, 'lake.sqlite'))) {
    throw new StoreError(
      'foreign',
      `${dataDir} is not a data folder of the lake: it was not emptied. Choose another folder.`,
    )
  }
  const lock = acquireLock(dataDir)
  try {
    for (const name of readdirSync(dataDir)) {
      if (!LOCK_FILES.has(name)) rmSync(join(dataDir, name), {recursive: true, force: true})
    }
  } finally {
    lock.release()
  }
}
