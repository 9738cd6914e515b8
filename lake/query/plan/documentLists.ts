import type {StoredDocument} from '../../model/document.ts'
import {Budget} from '../compile/run.ts'
import {Scope} from '../compile/scope.ts'
import type {Membership, Selection} from '../indexes/selection.ts'
import {keyText} from '../value/keyText.ts'
import type {Value} from '../value/value.ts'
import {compareKeys} from './documentOrder.ts'
import type {CompiledCriterion, DocumentPlan, ListPlan} from './documentPlan.ts'
import type {Found} from './probe.ts'

/** Lists for longer operands are not kept. */
const MAX_NAME = 2000

/** Documents among which are all that a search is for. */
export interface Candidates extends Found {
  /** The condition, by its place, that all of them satisfy. */
  readonly known: number | undefined
}

/** The lists that serve one evaluation of a plan. */
export class DocumentLists {
  readonly #plan: DocumentPlan
  readonly #detached: Scope

  /** @param detached a scope with the operands of the evaluation */
  constructor(plan: DocumentPlan, detached: Scope) {
    this.#plan = plan
    this.#detached = detached
  }

  /** The list, if it is kept already. */
  kept(): Selection | undefined {
    const {list} = this.#plan
    const {indexes} = this.#detached.run.view
    if (!indexes.keepsLists(list.name)) return undefined
    return indexes.kept(this.#nameOf(list), this.#membership(this.#detached))
  }

  /** Makes the list and keeps it; undefined when its name is too long. */
  keep(found: Candidates | undefined): Selection | undefined {
    const {list} = this.#plan
    const name = this.#nameOf(list)
    if (name.length > MAX_NAME) return undefined
    const scope = this.#unhurried()
    return this.#detached.run.view.indexes.makeList(
      {kind: list.name, name},
      this.#membership(scope),
      this.#detached.run.budget,
      found && (() => ({slots: found.slots(), holds: this.#listed(scope, found.known)})),
    )
  }

  /** The scope of a list that others may go on with when the time of this query is over. */
  #unhurried(): Scope {
    return new Scope(null, null, {...this.#detached.run, budget: new Budget(Infinity), memo: []})
  }

  /** What makes a document belong to the list, read in a scope of its own. */
  #membership(scope: Scope): Membership {
    const {order} = this.#plan
    return {
      holds: this.#listed(scope),
      keysOf: keysIn(scope, order),
      compareKeys: (a, b) => compareKeys(a, b, order),
      compareSlots: (a, b) => this.#detached.run.view.compareSlots(a, b),
    }
  }

  /** Tells whether a document belongs to the list; the condition at `known` holds. */
  #listed(scope: Scope, known?: number): (document: StoredDocument) => boolean {
    const {list, conditions} = this.#plan
    const asked = conditions.slice(0, list.conditions).filter((_, at) => at !== known)
    return (document) => {
      scope.value = document
      return asked.every((condition) => condition(scope) === true)
    }
  }

  /** Notes that the list would be of use, and answers how often it was so. */
  timesWanted(): number {
    return this.#detached.run.view.indexes.timesWanted(this.#nameOf(this.#plan.list))
  }

  /** All documents in the plan's order; undefined when they are wanted for the first time, or not to be kept. */
  allInOrder(walk: Pick<ListPlan, 'name' | 'operands'>): Selection | undefined {
    const {budget, view} = this.#detached.run
    const name = this.#nameOf(walk)
    if (name.length > MAX_NAME || view.indexes.timesWanted(name) === 1) return undefined
    const everything = (scope: Scope): Membership => ({...this.#membership(scope), holds: () => true})
    return (
      view.indexes.kept(name, everything(this.#detached)) ??
      view.indexes.makeList({kind: walk.name, name}, everything(this.#unhurried()), budget)
    )
  }

  #nameOf({name, operands}: Pick<ListPlan, 'name' | 'operands'>): string {
    const values = this.#detached.run.operands
    return operands.reduce((text, at) => `${text}|${keyText(values[at] ?? null)}`, name)
  }
}

/** Reads a document's sort keys in a scope. */
export const keysIn =
  (scope: Scope, criteria: readonly CompiledCriterion[]) =>
  (document: StoredDocument): Value[] => {
    scope.value = document
    return criteria.map(({evaluate}) => evaluate(scope))
  }
