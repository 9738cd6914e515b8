import {tokenize} from '../value/match.ts'
import {parseTextQuery} from '../value/textQuery.ts'
import {type FunctionTable, unary} from './table.ts'

export const text: FunctionTable = {
  query: unary((value) => (typeof value === 'string' ? parseTextQuery(value, tokenize) : null)),
}
