import {queryError} from '../errors.ts'

/** Items of a list, or attributes of an object, that an expression may make of others. */
const MAX_ITEMS = 2_000_000
/** Characters of a text that an expression may make of others. */
const MAX_CHARACTERS = 16_000_000

/** Refuses a list before it is made: doubled 40 times it would fill any memory. */
export function assertItems(count: number): void {
  if (count > MAX_ITEMS) {
    throw queryError(400, `The query makes a list of more than ${MAX_ITEMS.toLocaleString('en')} items`)
  }
}

/** Refuses a text before it is made. */
export function assertCharacters(count: number): void {
  if (count > MAX_CHARACTERS) {
    throw queryError(
      400,
      `The query makes a text of more than ${MAX_CHARACTERS.toLocaleString('en')} characters`,
    )
  }
}
