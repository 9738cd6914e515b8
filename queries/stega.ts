import type {FilterDefault} from '@sanity/client/stega'

/** Plain texts of the content model, which are not kept per language. */
const PLAIN_TEXTS = new Set(['person', 'credit', 'indicator', 'title', 'text', 'caption'])

/**
 * Which strings of an answer may carry where they are edited: words that a page shows. Codes, dates,
 * addresses and languages stay as they are, since pages compare and link with them.
 */
export const isWords: FilterDefault = (props) => {
  const [parent, name] = props.sourcePath.slice(-2)
  const isInLanguage = name === 'value' && typeof parent === 'object'
  const isPlain = typeof name === 'string' && PLAIN_TEXTS.has(name)
  const isCell = parent === 'cells'
  return (isInLanguage || isPlain || isCell) && props.filterDefault(props)
}
