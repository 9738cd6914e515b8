import type {ExprNode} from 'groq-js'
import {array} from '../functions/array.ts'
import {dateTime} from '../functions/dateTime.ts'
import {delta, diff} from '../functions/diff.ts'
import {geo} from '../functions/geo.ts'
import {global} from '../functions/global.ts'
import {math} from '../functions/math.ts'
import {portableText} from '../functions/portableText.ts'
import {releases, sanity} from '../functions/sanity.ts'
import {string} from '../functions/string.ts'
import type {FunctionTable} from '../functions/table.ts'
import {text} from '../functions/text.ts'
import {compileAggregate} from './documents.ts'
import type {Env} from './env.ts'
import type {Evaluate} from './scope.ts'

type CallNode = Extract<ExprNode, {type: 'FuncCall'}>

const NAMESPACES: ReadonlyMap<string, FunctionTable> = new Map([
  ['global', global],
  ['string', string],
  ['array', array],
  ['math', math],
  ['pt', portableText],
  ['dateTime', dateTime],
  ['geo', geo],
  ['sanity', sanity],
  ['releases', releases],
  ['text', text],
  ['delta', delta],
  ['diff', diff],
])

/** Compiles a function call. The parser has checked names and numbers of arguments. */
export function compileFunction(node: CallNode, env: Env): Evaluate {
  const aggregate = compileAggregate(node, env)
  if (aggregate !== undefined) return aggregate
  const {namespace, name, args} = node
  const table = NAMESPACES.get(namespace)
  const compile = table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
  if (compile === undefined) throw new Error(`The function ${namespace}::${name}() is not available`)
  return compile(args, env)
}
