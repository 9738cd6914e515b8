import {randomBytes} from 'node:crypto'
import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** The Studio ignores a shorter token without a word. */
const MIN_LENGTH = 32

/**
 * The administrator's token of the lake in `dataDir`: the one given, else the one in its file
 * `token`, else a new one. The file is readable by its owner only.
 */
export function administratorToken(dataDir: string, given?: string): string {
  const file = join(dataDir, 'token')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const token = given ?? (kept === '' ? randomBytes(MIN_LENGTH).toString('base64url') : kept)
  if (token !== kept) writeFileSync(file, `${token}\n`, {mode: 0o600})
  chmodSync(file, 0o600)
  return token
}
