import {parseTextQuery} from '../value/parseTextQuery.ts'
import {type FunctionTable, unary} from './table.ts'

export const text: FunctionTable = {
  query: unary((value) => (typeof value === 'string' ? parseTextQuery(value) : null)),
}
