import {rmSync} from 'node:fs'
import {rm} from 'node:fs/promises'

/**
 * Sees to it that a file or folder is gone when the process ends, also when a person interrupts it.
 *
 * @returns removes it now
 */
export function removedAtExit(path: string): () => Promise<void> {
  const remove = () => rmSync(path, {recursive: true, force: true})
  process.once('exit', remove)
  return async () => {
    process.off('exit', remove)
    await rm(path, {recursive: true, force: true})
  }
}
