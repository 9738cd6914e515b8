import {DateTime} from '../value/dateTime.ts'
import {type FunctionTable, nullary} from './table.ts'

export const dateTime: FunctionTable = {
  now: nullary(({run}) => new DateTime(run.now.getTime())),
}
