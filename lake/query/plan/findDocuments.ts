import type {StoredDocument} from '../../model/document.ts'
import type {Tuning} from '../compile/run.ts'
import {Scope} from '../compile/scope.ts'
import type {Selection} from '../indexes/selection.ts'
import type {View} from '../perspective/view.ts'
import type {Value} from '../value/value.ts'
import {sortByKeys} from './documentOrder.ts'
import {type Candidates, DocumentLists, keysIn} from './documentLists.ts'
import type {DocumentPlan} from './documentPlan.ts'
import {isMarked, marksOf} from './probe.ts'
import {rangeWithin, valueReader} from './rangeProbe.ts'

/** Looking at one candidate, and putting it in order, takes as long as passing so many documents. */
const STEPS_FOR_ONE = 8
/** Candidates that are marked at a time, with four bytes each. */
const MAX_MARKED = 100_000
/** So many candidates are marked in the time of passing one document. */
const MARKS_IN_STEP = 4
/** Candidates may be so many times rarer at the beginning than elsewhere. */
const PATIENCE = 8

/** A part of an answer: from here, up to there. */
export interface Window {
  from: number
  to: number
}

const ALL: Window = {from: 0, to: Infinity}

/** One evaluation of a plan: its operands have values. */
export class Search {
  readonly #plan: DocumentPlan
  readonly #tuning: Tuning
  readonly #view: View
  readonly #values: readonly Value[]
  /** For conditions on document and operands. */
  readonly #detached: Scope
  /** For conditions that read more. */
  readonly #inner: Scope
  readonly #lists: DocumentLists

  private constructor(plan: DocumentPlan, inner: Scope) {
    this.#plan = plan
    this.#tuning = inner.run.tuning
    this.#view = inner.run.view
    this.#inner = inner
    this.#values = plan.operands.map((operand) => operand(inner))
    plan.note(inner.run.reads, this.#values)
    this.#detached = new Scope(null, null, {...inner.run, operands: this.#values, memo: []})
    this.#lists = new DocumentLists(plan, this.#detached)
  }

  /** Starts a search, or answers undefined when no document can be found. */
  static start(plan: DocumentPlan, scope: Scope): Search | undefined {
    const inner = plan.open(scope, null)
    return plan.gates.every((gate) => gate(inner) === true) ? new Search(plan, inner) : undefined
  }

  /** The documents in order. */
  documents(window: Window = ALL): StoredDocument[] {
    const kept = this.#lists.kept()
    if (kept !== undefined) return this.#fromList(kept, window)
    const found = this.#candidates()
    if (this.#isFew(found)) return this.#few(found, window)
    if (this.#isUnordered && window.to <= this.#tuning.streamed) {
      const documents = this.#stream(found, window)
      if (documents !== undefined) return documents
    }
    const walked = found && this.#walk(found, window)
    if (walked !== undefined) return walked
    const list = this.#lists.keep(found)
    return list === undefined ? this.#few(found, window) : this.#fromList(list, window)
  }

  /** The documents as the chain yields them: scored ones are copies with their score. */
  items(window: Window = ALL): Value[] {
    const documents = this.documents(window)
    const {score} = this.#plan
    if (score === undefined) return documents
    return documents.map((document) => {
      this.#detached.value = document
      return this.#view.withScore(document, score(this.#detached))
    })
  }

  /** How many documents there are. */
  count(): number {
    const {conditions, foreign, list} = this.#plan
    if (foreign.length > 0 || list.range !== undefined) return this.documents().length
    const kept = this.#lists.kept()
    if (kept !== undefined) return kept.slots.length
    const found = this.#candidates()
    if (found?.known !== undefined && conditions.length === 1) return found.slots().length
    const made = this.#isFew(found) ? undefined : this.#lists.keep(found)
    return made?.slots.length ?? this.#few(found, ALL).length
  }

  /** A value computed from all documents, remembered while they stay the same. */
  aggregate(name: string, compute: (documents: StoredDocument[]) => Value): Value {
    const {foreign, list} = this.#plan
    if (foreign.length > 0 || list.range !== undefined) return compute(this.documents())
    const kept = this.#lists.kept()
    const known = kept?.memo.get(name)
    if (known !== undefined) return known
    const value = compute(kept === undefined ? this.documents() : this.#fromList(kept, ALL))
    kept?.memo.set(name, value)
    return value
  }

  /** Whether candidates can be looked at one by one. */
  #isFew(found: Candidates | undefined): boolean {
    return (found?.count ?? this.#view.size) <= this.#tuning.few
  }

  get #isUnordered(): boolean {
    return this.#plan.order.length === 0 && this.#plan.foreignOrder.length === 0
  }

  /** The smallest set that an index offers. */
  #candidates(): Candidates | undefined {
    if (this.#view.size <= this.#tuning.few) return undefined
    let best: Candidates | undefined
    for (const {probe, condition} of this.#plan.ways) {
      const found = probe.find(this.#inner.run, this.#values)
      if (found === undefined || (best !== undefined && found.count >= best.count)) continue
      best = {...found, known: found.exact ? condition : undefined}
      if (best.count <= this.#tuning.few) break
    }
    return best
  }

  #holds(document: StoredDocument, known: number | undefined): boolean {
    const {conditions} = this.#plan
    const {budget} = this.#detached.run
    budget.step()
    this.#detached.value = document
    for (let at = 0; at < conditions.length; at++) {
      if (at !== known && conditions[at]?.(this.#detached) !== true) return false
    }
    return this.#holdsForeign(document)
  }

  #holdsForeign(document: StoredDocument): boolean {
    const {foreign} = this.#plan
    if (foreign.length === 0) return true
    this.#inner.value = document
    for (const condition of foreign) if (condition(this.#inner) !== true) return false
    return true
  }

  /** Looks at every candidate. */
  #few(found: Candidates | undefined, {from, to}: Window): StoredDocument[] {
    const slots = found === undefined ? this.#view.sortedSlots() : this.#view.ordered(found.slots())
    const documents: StoredDocument[] = []
    for (const slot of slots) {
      const document = this.#view.slots[slot]
      if (document !== undefined && this.#holds(document, found?.known)) documents.push(document)
    }
    return this.#sort(documents).slice(from, to)
  }

  #sort(documents: StoredDocument[]): StoredDocument[] {
    const {order, foreignOrder} = this.#plan
    if (documents.length < 2) return documents
    if (order.length > 0) return sortByKeys(documents, keysIn(this.#detached, order), order)
    if (foreignOrder.length > 0) {
      return sortByKeys(documents, keysIn(this.#inner, foreignOrder), foreignOrder)
    }
    return documents
  }

  /** Looks at the first candidates; undefined when they do not fill the window. */
  #stream(found: Candidates | undefined, {from, to}: Window): StoredDocument[] | undefined {
    const slots = found === undefined ? undefined : this.#view.ordered(found.slots())
    const all = slots === undefined ? this.#view.all() : undefined
    const length = slots?.length ?? all?.length ?? 0
    const documents: StoredDocument[] = []
    for (let at = 0; at < length && at < this.#tuning.streamed; at++) {
      const document = slots === undefined ? all?.[at] : this.#view.slots[slots[at] ?? -1]
      if (document === undefined || !this.#holds(document, found?.known)) continue
      if (documents.push(document) === to) return documents.slice(from)
    }
    return length <= this.#tuning.streamed ? documents.slice(from, to) : undefined
  }

  /**
   * Looks for the candidates among all documents in the plan's order, from its beginning: where there are
   * many and a slice of them is wanted, it is soon full. Undefined where that does not pay: for few, and for
   * so many that marking them takes the memory of a list.
   */
  #walk(found: Candidates, {from, to}: Window): StoredDocument[] | undefined {
    const {walk} = this.#plan
    if (walk === undefined || to > this.#tuning.streamed) return undefined
    const {slots, size} = this.#view
    if (found.count > MAX_MARKED) return undefined
    const expected = (size * to) / found.count
    const steps = expected + (found.count + size / 32) / MARKS_IN_STEP
    // Once walking has taken as long as making a list would have, the list is made.
    if (steps * this.#lists.timesWanted() > found.count * STEPS_FOR_ONE) return undefined
    const list = this.#lists.allInOrder(walk)
    if (list === undefined) return undefined
    const marks = marksOf([found.slots()], slots.length)
    const documents: StoredDocument[] = []
    let left = expected * PATIENCE
    for (const slot of list.slots) {
      if (left-- < 0) return undefined
      const document = isMarked(marks, slot) ? slots[slot] : undefined
      if (document === undefined || !this.#holds(document, found.known)) continue
      if (documents.push(document) === to) break
    }
    return documents.slice(from)
  }

  #fromList({slots}: Selection, {from, to}: Window): StoredDocument[] {
    const [first, end] = this.#rangeOf(slots)
    const {foreign, foreignOrder} = this.#plan
    const isPlain = foreign.length === 0 && foreignOrder.length === 0
    const documents: StoredDocument[] = []
    const start = isPlain ? first + from : first
    const enough = isPlain ? to - from : foreignOrder.length === 0 ? to : Infinity
    for (let at = start; at < end && documents.length < enough; at++) {
      const document = this.#view.slots[slots[at] ?? -1]
      if (document === undefined) continue
      if (!isPlain) this.#detached.run.budget.step()
      if (this.#holdsForeign(document)) documents.push(document)
    }
    if (isPlain) return documents
    return (foreignOrder.length > 0 ? this.#sort(documents) : documents).slice(from, to)
  }

  /** The part of a list that lies within the plan's range. */
  #rangeOf(slots: readonly number[]): readonly [from: number, end: number] {
    const {list, order} = this.#plan
    const {length} = slots
    if (list.range === undefined) return [0, length]
    const read = valueReader(this.#view, slots, list.range.expression.readerFor(this.#values))
    const descending = order[0]?.descending === true
    const ascending = descending ? (at: number): Value => read(length - 1 - at) : read
    const [from, to] = rangeWithin(length, ascending, list.range.bounds, this.#values)
    return descending ? [length - to, length - from] : [from, to]
  }
}
