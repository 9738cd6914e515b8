import type {Env} from '../compile/env.ts'
import type {Scope} from '../compile/scope.ts'
import type {Traced} from './traced.ts'

/** A scope whose `@` and `^` know where they come from, over the plain one that conditions are read in. */
export class TracedScope {
  readonly plain: Scope
  readonly traced: Traced
  readonly parent: TracedScope | null

  constructor(plain: Scope, traced: Traced, parent: TracedScope | null) {
    this.plain = plain
    this.traced = traced
    this.parent = parent
  }
}

/** A compiled expression that tells where its value comes from. */
export type Trace = (scope: TracedScope) => Traced

/** Opens the scope of an item, as `Env.opener` does. */
export function tracedOpener(env: Env): (scope: TracedScope, traced: Traced) => TracedScope {
  const open = env.opener()
  const {hidden} = env.frame
  return (scope, traced) =>
    new TracedScope(open(scope.plain, traced.value), traced, hidden ? scope.parent : scope)
}
