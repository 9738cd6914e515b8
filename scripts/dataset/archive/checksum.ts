import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {readFile, writeFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {pipeline} from 'node:stream/promises'

import {CommandError} from '../../command/errors.ts'

const checksumFile = (file: string): string => `${file}.sha256`

/**
 * Writes the SHA-256 of a file beside it, in the form that `sha256sum -c` reads too.
 *
 * @returns the checksum
 */
export async function writeChecksum(file: string): Promise<string> {
  const sum = await sha256Of(file)
  await writeFile(checksumFile(file), `${sum}  ${basename(file)}\n`, {mode: 0o600, flush: true})
  return sum
}

/**
 * Compares a file with the checksum beside it.
 *
 * @throws CommandError when there is none, or the file is another one than was written
 */
export async function verifyChecksum(file: string): Promise<void> {
  const text = await readFile(checksumFile(file), 'utf8').catch(() => undefined)
  const expected = /^[0-9a-f]{64}/.exec(text ?? '')?.[0]
  if (!expected) {
    throw new CommandError(
      `There is no checksum ${checksumFile(file)}, so nobody can tell whether the backup is whole. ` +
        'Restore it all the same with --unverified.',
    )
  }
  if ((await sha256Of(file)) !== expected) {
    throw new CommandError(
      `${file} is damaged: it is not the file that its checksum was made of. Nothing was written.`,
    )
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
