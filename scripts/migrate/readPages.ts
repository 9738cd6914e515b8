import {readFile} from 'node:fs/promises'

import {extract} from './extract/extract.ts'
import {ExtractError} from './extract/extractError.ts'
import {mapPage, type MappedPage} from './map/mapPage.ts'
import {takeInventory} from './inventory.ts'
import type {Page, Rejection} from './model.ts'

export interface ReadPages {
  pages: {page: Page; mapped: MappedPage}[]
  rejected: Rejection[]
}

/**
 * Reads and understands every file of the paths. A file that cannot be read is listed with the reason, and
 * the others go on.
 */
export async function readPages(
  paths: readonly string[],
  onFile: (file: string) => void = () => {},
): Promise<ReadPages> {
  const inventory = await takeInventory(paths)
  const read: ReadPages = {pages: [], rejected: inventory.rejected}
  for (const input of inventory.files) {
    onFile(input.file)
    try {
      for (const page of extract(input, await readFile(input.path)))
        read.pages.push({page, mapped: mapPage(page)})
    } catch (error) {
      if (!(error instanceof ExtractError)) throw error
      read.rejected.push({file: input.file, code: error.code, reason: error.message})
    }
  }
  return read
}
