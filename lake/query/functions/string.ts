import {type FunctionTable, binary, unary} from './table.ts'

export const lower = unary((value) => (typeof value === 'string' ? value.toLowerCase() : null))
export const upper = unary((value) => (typeof value === 'string' ? value.toUpperCase() : null))

export const string: FunctionTable = {
  lower,
  upper,
  split: binary((text, separator) => {
    if (typeof text !== 'string' || typeof separator !== 'string') return null
    if (text === '') return []
    return separator === '' ? Array.from(text) : text.split(separator)
  }),
  startsWith: binary((text, prefix) =>
    typeof text === 'string' && typeof prefix === 'string' ? text.startsWith(prefix) : null,
  ),
}
