import {type Value, isObject} from '../value/value.ts'
import {type FunctionTable, unary} from './table.ts'

export const portableText: FunctionTable = {
  text: unary((value) => {
    if (isObject(value)) return blockText(value)
    if (!Array.isArray(value)) return null
    const texts = blockTexts(value)
    return texts.length > 0 ? texts.join('\n\n') : null
  }),
}

const blockTexts = (blocks: readonly Value[]): string[] =>
  blocks.flatMap((block) => (Array.isArray(block) ? blockTexts(block) : (blockText(block) ?? [])))

/** The text of a block's spans, or null for what is no block. */
function blockText(block: Value): string | null {
  if (!isObject(block) || typeof block['_type'] !== 'string') return null
  const {children} = block
  if (!Array.isArray(children)) return null
  let text = ''
  for (const child of children) {
    if (isObject(child) && child['_type'] === 'span' && typeof child['text'] === 'string') {
      text += child['text']
    }
  }
  return text
}
