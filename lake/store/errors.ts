import {type LakeError, dataError} from '../model/errors.ts'

/** Why a data folder can't be opened. */
export type StoreProblem =
  | 'locked'
  | 'unwritable'
  | 'foreign'
  | 'unsupported-sqlite'
  | 'newer-format'
  | 'damaged'

/** A data folder can't be opened; the message is for the person who starts the lake. */
export class StoreError extends Error {
  readonly code: StoreProblem

  constructor(code: StoreProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}

/** SQLite's primary result codes that are told apart. */
const SQLITE_BUSY = 5
const SQLITE_LOCKED = 6
const SQLITE_READONLY = 8
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_CANTOPEN = 14
const SQLITE_NOTADB = 26

/** Storage that takes nothing at the moment. */
const REFUSALS = new Set([SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN])

/** What the system says of a file that can't grow. */
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'])

const isNoSpace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NO_SPACE.has(String(error.code))

/** SQLite's primary result code of an error that it raised. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined
  return error.errcode & 0xff
}

export const isBusy = (error: unknown): boolean => resultCode(error) === SQLITE_BUSY

/** A row that SQLite reads but that can't be what was written. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow'
}

/** Whether the file itself is damaged: SQLite finds it so, or a row of it is none of ours. */
export const isDamage = (error: unknown): error is Error =>
  error instanceof DamagedRow || resultCode(error) === SQLITE_CORRUPT || resultCode(error) === SQLITE_NOTADB

/**
 * What a client is told when nothing could be stored: a 5xx, so that the Studio keeps the edit and
 * tries again. Other errors are faults of ours and stay as they are.
 */
export function storageFailure(error: unknown): LakeError | undefined {
  const code = resultCode(error)
  if (code === SQLITE_FULL || isNoSpace(error)) {
    return dataError(507, 'insufficientStorageError', 'The change was not stored: no space is left')
  }
  if (code === undefined || !REFUSALS.has(code)) return undefined
  return dataError(
    503,
    'storageError',
    'The change was not stored: the storage does not accept it at the moment',
  )
}
