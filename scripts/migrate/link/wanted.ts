/** What one thing is known by, and what it refers to. */
export interface Named {
  keys: readonly string[]
  refersTo: readonly string[]
  /** Whether it is only named, and not told of: then it is kept where something kept refers to it. */
  supporting: boolean
}

/** Keeps what stands up for itself, and of the rest only what something kept refers to. */
export function withoutUnwanted<T>(all: readonly T[], namedAs: (one: T) => Named): T[] {
  const named = new Map(all.map((one) => [one, namedAs(one)]))
  const kept = new Set(all.filter((one) => named.get(one)?.supporting === false))
  for (;;) {
    const wanted = new Set([...kept].flatMap((one) => named.get(one)?.refersTo ?? []))
    const added = all.filter((one) => !kept.has(one) && named.get(one)?.keys.some((key) => wanted.has(key)))
    if (added.length === 0) return all.filter((one) => kept.has(one))
    for (const one of added) kept.add(one)
  }
}
