import {View} from '../perspective/view.ts'
import type {CompileForDocument} from '../plan/expressions.ts'
import {Reads} from '../reads/reads.ts'
import type {Env} from './env.ts'
import {Budget, type Run} from './run.ts'
import {Scope} from './scope.ts'

/** The run of expressions that depend on a document alone and so on no run at all. */
const NO_RUN: Run = {
  view: new View({
    keys: () => [],
    keyOf: (id) => id,
    show: () => undefined,
    raw: true,
    showsOriginalId: false,
  }),
  params: {},
  operands: [],
  now: new Date(0),
  identity: '',
  dataset: {projectId: '', dataset: ''},
  budget: new Budget(Infinity),
  tuning: {few: 0, streamed: 0},
  reads: new Reads(),
  change: null,
  memo: [],
}

/** Compiles expressions that depend on a document and operands alone, as indexes need them. */
export function documentCompiler(env: Env): CompileForDocument {
  return (node) => {
    const evaluate = env.detached().compile(node)
    return (operands) => {
      const scope = new Scope(null, null, {...NO_RUN, operands, memo: []})
      return (document) => {
        scope.value = document
        return evaluate(scope)
      }
    }
  }
}
