import type {Language} from '../../queries/index.ts'
import {en} from './en.ts'
import {nl} from './nl.ts'

/** What every language says, in its own words. */
export type Words = {
  [Key in keyof typeof nl]: (typeof nl)[Key] extends string
    ? string
    : (typeof nl)[Key] extends readonly string[]
      ? readonly string[]
      : (typeof nl)[Key]
}

/** The words of the site itself, by language; those of the content come from the lake. */
export const words: Record<Language, Words> = {nl, en}
