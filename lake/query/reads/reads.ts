import type {SubjectKind, Subjects} from './subjects.ts'
import {EVERYTHING_TAG, tagOf} from './tag.ts'

/** An answer that was read by more ids, slugs and references names types in their place. */
const MAX_SUBJECTS = 50

/** The types of all documents that something stands for; null when they may be of any. */
export type Wider = readonly string[] | null

type Narrow = Exclude<SubjectKind, 'type'>
const NARROW = ['id', 'slug', 'reference'] as const satisfies readonly Narrow[]

/** What one evaluation read: a change that concerns none of it leaves the answer as it is. */
export class Reads {
  readonly #limit: number
  /** Each with the types that cover it. Most queries need one of these maps. */
  readonly #narrow: Record<Narrow, Map<string, Wider> | undefined> = {
    id: undefined,
    slug: undefined,
    reference: undefined,
  }
  #types: Set<string> | undefined
  #size = 0
  #isWide = false
  #isAll = false

  constructor(limit = MAX_SUBJECTS) {
    this.#limit = limit
  }

  /** Notes by what documents were looked for, and the types to name when that is too much. */
  add({kind, texts}: Subjects, wider: Wider): void {
    if (this.#isAll) return
    if (kind === 'type') this.#addTypes(texts)
    else for (const text of texts) this.#note(kind, text, wider)
  }

  /** Notes that a document was asked for by its id; the type is that of the one found. */
  document(id: string, type: string | undefined): void {
    if (this.#isAll || (this.#isWide && type !== undefined && this.#types?.has(type) === true)) return
    const known = this.#narrow.id?.get(id)
    if (known === null || (known !== undefined && type !== undefined && known.includes(type))) return
    this.#note('id', id, type === undefined ? null : [type])
  }

  /** Notes that all documents were read. */
  everything(): void {
    this.#isAll = true
  }

  /** The sync tags of all that was read. */
  get tags(): string[] {
    if (this.#isAll) return [EVERYTHING_TAG]
    const tags: string[] = []
    for (const kind of NARROW) {
      for (const text of this.#narrow[kind]?.keys() ?? []) tags.push(tagOf(kind, text))
    }
    for (const type of this.#types ?? []) tags.push(tagOf('type', type))
    return tags
  }

  #note(kind: Narrow, text: string, wider: Wider): void {
    if (this.#isWide) {
      this.#addTypes(wider)
      return
    }
    const texts = (this.#narrow[kind] ??= new Map<string, Wider>())
    const known = texts.get(text)
    if (known !== undefined) {
      if (known !== wider) texts.set(text, union(known, wider))
      return
    }
    texts.set(text, wider)
    if (++this.#size > this.#limit) this.#widen()
  }

  #addTypes(types: Wider): void {
    if (types === null) this.#isAll = true
    else {
      this.#types ??= new Set()
      for (const type of types) this.#types.add(type)
      if (this.#types.size > this.#limit) this.#isAll = true
    }
  }

  #widen(): void {
    this.#isWide = true
    for (const kind of NARROW) {
      for (const wider of this.#narrow[kind]?.values() ?? []) this.#addTypes(wider)
      this.#narrow[kind] = undefined
    }
  }
}

function union(a: Wider, b: Wider): Wider {
  if (a === b || a === null || b === null) return a === b ? a : null
  return b.every((type) => a.includes(type)) ? a : [...a, ...b]
}
