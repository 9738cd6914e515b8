import {referencedKeys} from '../link/rounds.ts'
import type {Operation} from './model.ts'

/** An operation, and whether its document is only named by another. */
export interface Made {
  operation: Operation
  supporting: boolean
}

/** Leaves out what is only named, where the document that names it was refused. */
export function withoutUnreferenced(made: readonly Made[]): Operation[] {
  const kept = new Set(made.filter(({supporting}) => !supporting))
  for (;;) {
    const wanted = new Set([...kept].flatMap(({operation}) => referencedKeys(operation.document)))
    const added = made.filter((one) => !kept.has(one) && wanted.has(one.operation.id))
    if (added.length === 0) return made.flatMap((one) => (kept.has(one) ? [one.operation] : []))
    for (const one of added) kept.add(one)
  }
}
