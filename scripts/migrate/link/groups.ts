import type {Candidate} from '../model.ts'
import {contradict, factKeys, projectFacts, sameProject, type ProjectFacts} from './projectFacts.ts'

interface Group {
  members: Candidate[]
  /** The facts of its projects. */
  facts: ProjectFacts[]
}

/**
 * Candidates that are one thing: they share a natural key, or are one project by their facts. Found through
 * indexes, since a list of ten thousand rows cannot be compared pair by pair.
 */
export class Groups {
  readonly #groups = new Set<Group>()
  readonly #byKey = new Map<string, Group>()
  readonly #byFact = new Map<string, Set<Group>>()

  /** Adds a candidate to the group that it belongs to; groups that it joins become one. */
  add(candidate: Candidate): void {
    const facts = candidate.type === 'project' ? projectFacts(candidate.fields) : undefined
    const [first = this.#begin(), ...others] = this.#groupsOf(candidate, facts)
    this.#put(first, candidate, facts)
    for (const other of others) this.#join(other, first)
  }

  all(): Candidate[][] {
    return [...this.#groups].map(({members}) => members)
  }

  #groupsOf({type, keys}: Candidate, facts: ProjectFacts | undefined): Group[] {
    const found = new Set(keys.flatMap((key) => this.#byKey.get(`${type}|${key}`) ?? []))
    for (const group of facts ? factKeys(facts).flatMap((key) => [...(this.#byFact.get(key) ?? [])]) : []) {
      if (facts && isOneProject(facts, group.facts)) found.add(group)
    }
    return [...found]
  }

  #begin(): Group {
    const group: Group = {members: [], facts: []}
    this.#groups.add(group)
    return group
  }

  #put(group: Group, candidate: Candidate, facts: ProjectFacts | undefined): void {
    group.members.push(candidate)
    for (const key of candidate.keys) this.#byKey.set(`${candidate.type}|${key}`, group)
    if (!facts) return
    group.facts.push(facts)
    for (const key of factKeys(facts)) {
      const groups = this.#byFact.get(key) ?? new Set()
      this.#byFact.set(key, groups.add(group))
    }
  }

  #join(other: Group, group: Group): void {
    this.#groups.delete(other)
    for (const groups of this.#byFact.values()) groups.delete(other)
    for (const member of other.members) {
      this.#put(group, member, member.type === 'project' ? projectFacts(member.fields) : undefined)
    }
  }
}

/** A project of the group says the same, and none of them is certainly another one. */
function isOneProject(facts: ProjectFacts, group: readonly ProjectFacts[]): boolean {
  return group.some((other) => sameProject(facts, other)) && !group.some((other) => contradict(facts, other))
}
