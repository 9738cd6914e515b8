import {pathOf, type Address} from '../addresses.ts'
import type {PageContext} from './context.ts'

/** Where a form is answered that leads to a page of the site; undefined where nothing answers it. */
export function formAction(address: Address, {language, files}: PageContext): string | undefined {
  const path = pathOf(address, language)
  if (!files) return path
  return files.servedAt && files.servedAt + path
}
