/**
 * Puts what refers after what it refers to; what refers to each other in a circle stays together, to be
 * written in one transaction. Tarjan's strongly connected components, which come out in just this order.
 *
 * @param references what each id refers to; ids that are no key are passed over
 */
export function referredFirst(references: ReadonlyMap<string, Iterable<string>>): string[][] {
  const index = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const open = new Set<string>()
  const groups: string[][] = []

  /** Gives way to the references still to visit, so that a long chain needs no deep stack of calls. */
  const visit = (id: string): Visit => {
    index.set(id, index.size)
    lowest.set(id, index.size - 1)
    stack.push(id)
    open.add(id)
    return {id, rest: [...(references.get(id) ?? [])].filter((other) => references.has(other)).values()}
  }
  const lower = (id: string, to: number | undefined): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, to ?? 0))
  }
  const close = (id: string): void => {
    if (lowest.get(id) !== index.get(id)) return
    const group = stack.splice(stack.lastIndexOf(id))
    for (const member of group) open.delete(member)
    groups.push(group)
  }

  for (const start of references.keys()) {
    if (index.has(start)) continue
    const path = [visit(start)]
    for (let current = path.at(-1); current; current = path.at(-1)) {
      const {done, value: next} = current.rest.next()
      if (done) {
        path.pop()
        const parent = path.at(-1)
        if (parent) lower(parent.id, lowest.get(current.id))
        close(current.id)
      } else if (!index.has(next)) path.push(visit(next))
      else if (open.has(next)) lower(current.id, index.get(next))
    }
  }
  return groups
}

interface Visit {
  id: string
  rest: Iterator<string, undefined>
}
