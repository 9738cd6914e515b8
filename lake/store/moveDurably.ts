import {mkdir, open, rename} from 'node:fs/promises'
import {dirname} from 'node:path'

/**
 * Gives a file or a folder its final name, where nothing has it yet. Its bytes have to be on disk; the name
 * is when this returns: a power cut takes a name back whose folder was not written too.
 *
 * @param root an existing folder that the target lies in, at any depth
 */
export async function moveDurably(path: string, target: string, root: string): Promise<void> {
  await mkdir(dirname(target), {recursive: true})
  await rename(path, target)
  for (let folder = dirname(target); folder.length >= root.length; folder = dirname(folder)) {
    await syncFolder(folder)
  }
}

/** Writes down which names a folder holds. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
