import type {Run} from './run.ts'
import type {Value} from '../value/value.ts'

/** What `@` and `^` stand for while an expression is evaluated. */
export class Scope {
  /** Loops put one item after the other here: evaluation is eager, nothing keeps a scope. */
  value: Value
  readonly parent: Scope | null
  readonly run: Run

  constructor(value: Value, parent: Scope | null, run: Run) {
    this.value = value
    this.parent = parent
    this.run = run
  }
}

/** A compiled expression. */
export type Evaluate = (scope: Scope) => Value
