import {agreementWords} from './agreements.ts'
import {partWords} from './parts.ts'
import {projectWords} from './projects.ts'
import {publishingWords} from './publishing.ts'
import {valueWords} from './values.ts'

/** Each part of the table by itself, so that a test can see that none says a word twice. */
export const dutchTables = [agreementWords, projectWords, publishingWords, partWords, valueWords]

/** The Dutch of every text that the content model shows to editors, by its English. */
export const dutchWords: ReadonlyMap<string, string> = new Map(
  dutchTables.flatMap((words) => Object.entries(words)),
)
