import type {Block, SourcePlace, Warning} from '../model.ts'
import type {NumberedParagraph} from './wordNumbering.ts'

export function lostWords({text, locator}: Block, source: SourcePlace): Warning {
  return {
    code: 'words-lost',
    message: `Words of "${text.slice(0, 60)}" stand in a field or box that is not read: set them as plain text in Word.`,
    source: {...source, locator},
  }
}

export function lostFormula({text, locator}: Block, source: SourcePlace): Warning {
  return {
    code: 'words-lost',
    message: `The formula "${text.slice(0, 60)}" is not read: write it in the text.`,
    source: {...source, locator},
  }
}

export function keptStrike(text: string, source: SourcePlace): Warning {
  return {
    code: 'hidden-text',
    message: `"${text.slice(0, 60)}" is struck through in Word and was taken: take it out if it is not meant to be published.`,
    source,
  }
}

export function hiddenWords(text: string, source: SourcePlace): Warning {
  return {
    code: 'hidden-text',
    message: `"${text.slice(0, 60)}" is hidden in Word and was taken: take it out if it is not meant to be published.`,
    source,
  }
}

export function lostNumbers(pending: readonly NumberedParagraph[], source: SourcePlace): Warning[] {
  return pending.map(({label, text}) => ({
    code: 'number-lost',
    message: `The number "${label}" before "${text.slice(0, 40)}" found no place in the text.`,
    source,
  }))
}
