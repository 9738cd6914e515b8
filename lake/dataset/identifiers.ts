import {randomBytes} from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** As long as the hosted service's: about 131 random bits. */
const ID_LENGTH = 22

/** A new id for a document or a transaction. */
export const generateId = (): string =>
  Array.from(randomBytes(ID_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')

/** A new `_key` for an item of an array. */
export const generateKey = (): string => randomBytes(6).toString('hex')
