import {Buffer} from 'node:buffer'
import {randomFillSync} from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** As long as the hosted service's: about 131 random bits. */
const ID_LENGTH = 22

/** Random bytes are fetched for many ids at once: asking for them costs more than making the id. */
const pool = Buffer.alloc(4096)
let used = pool.length

function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += count
  return pool.subarray(used - count, used)
}

/** A new id for a document or a transaction. */
export function generateId(): string {
  let id = ''
  for (const byte of randomBytes(ID_LENGTH)) id += ALPHABET[byte % ALPHABET.length]
  return id
}

/** A new `_key` for an item of an array. */
export const generateKey = (): string => randomBytes(6).toString('hex')
