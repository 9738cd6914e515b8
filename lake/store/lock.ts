import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {StoreError, isBusy} from './errors.ts'

/** The hold of one process on a data folder. */
export interface Lock {
  /** The process that held the folder last ended without releasing it. */
  afterCrash: boolean
  release(): void
}

/**
 * Takes the data folder for this process. The hold itself is a lock of the operating system, which ends
 * with the process however that ends; the file `pid` is there to say who it is, and stays behind after
 * a crash.
 */
export function acquireLock(dataDir: string): Lock {
  const pidFile = join(dataDir, 'pid')
  const holder = new DatabaseSync(join(dataDir, 'lock'), {timeout: 0})
  try {
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    if (!isBusy(error)) throw error
    const pid = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').trim() : 'unknown'
    throw new StoreError(
      'locked',
      `Another lake (process ${pid}) is using the data folder ${dataDir}. Stop it first, or choose another folder.`,
      {cause: error},
    )
  }
  const afterCrash = existsSync(pidFile)
  writeFileSync(pidFile, `${process.pid}\n`)
  return {
    afterCrash,
    release() {
      rmSync(pidFile, {force: true})
      holder.close()
    },
  }
}
