import {EVERYTHING, type Subject, idSubject, typeSubject} from './subjects.ts'

/** An answer that was read from more subjects names wider ones: every one of them is sent with it. */
const MAX_SUBJECTS = 50
const ALL: readonly Subject[] = [EVERYTHING]

/** What one evaluation read: a change that concerns none of it leaves the answer as it is. */
export class Reads {
  readonly #limit: number
  /** Subjects, and the wider ones that cover them. */
  #subjects = new Map<Subject, readonly Subject[]>()
  #isWide = false
  #last: readonly Subject[] | undefined
  #lastWider: readonly Subject[] | undefined

  constructor(limit = MAX_SUBJECTS) {
    this.#limit = limit
  }

  /** Notes subjects, and wider ones to name in their place when there are too many. */
  add(subjects: readonly Subject[], wider: readonly Subject[] = subjects): void {
    if (subjects === this.#last && wider === this.#lastWider) return
    this.#last = subjects
    this.#lastWider = wider
    if (!this.#isWide && this.#subjects.size + subjects.length > this.#limit) this.#widen()
    for (const subject of this.#isWide ? wider : subjects) this.#note(subject, wider)
    if (this.#subjects.size > this.#limit) this.#subjects = new Map([[EVERYTHING, ALL]])
  }

  /** Notes that a document was asked for by its id; the type is that of the one found. */
  document(id: string, type: string | undefined): void {
    this.add([idSubject(id)], type === undefined ? ALL : [typeSubject(type)])
  }

  /** Notes that all documents were read. */
  everything(): void {
    this.add(ALL)
  }

  /** All that was read. */
  get subjects(): readonly Subject[] {
    return this.#subjects.has(EVERYTHING) ? ALL : [...this.#subjects.keys()]
  }

  #note(subject: Subject, wider: readonly Subject[]): void {
    const known = this.#subjects.get(subject)
    if (known === undefined) this.#subjects.set(subject, wider)
    else if (!wider.every((each) => known.includes(each))) this.#subjects.set(subject, [...known, ...wider])
  }

  #widen(): void {
    this.#isWide = true
    const wider = new Set([...this.#subjects.values()].flat())
    this.#subjects = new Map([...wider].map((subject) => [subject, ALL]))
  }
}
