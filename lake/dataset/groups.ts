/** Ids by what they have in common. */
export class Groups {
  readonly #groupOf: (id: string) => string
  readonly #members = new Map<string, Set<string>>()

  constructor(groupOf: (id: string) => string) {
    this.#groupOf = groupOf
  }

  of(group: string): string[] {
    return [...(this.#members.get(group) ?? [])]
  }

  set(id: string, exists: boolean): void {
    const group = this.#groupOf(id)
    const members = this.#members.get(group) ?? new Set()
    if (exists) members.add(id)
    else members.delete(id)
    if (members.size > 0) this.#members.set(group, members)
    else this.#members.delete(group)
  }
}
