import type {Language} from '../languages.ts'
import {dutchWords} from './dutch/index.ts'

let current: Language = 'nl'

/** The language that the Studio is shown in; Dutch until it says otherwise. */
export const interfaceLanguage = (): Language => current

/** Told by the Studio once, before it makes anything of the content model. */
export function showIn(language: Language): void {
  current = language
}

/** A text of the content model, written in English there, in the language of the interface. */
export function label(english: string, language: Language = current): string {
  return language === 'nl' ? (dutchWords.get(english) ?? english) : english
}

/** The label of one value of a list of options; undefined for a value that is not in it. */
export function optionLabel(
  options: readonly {readonly value: string; readonly title: string}[],
  value: unknown,
): string | undefined {
  const option = options.find((candidate) => candidate.value === value)
  return option && label(option.title)
}
