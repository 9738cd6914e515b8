/** A request that no endpoint answered, with how often it came. Names and ids are left out. */
export interface LedgerEntry {
  method: string
  path: string
  count: number
  lastSeen: string
}

/** What clients asked for that the lake does not have. */
export interface Ledger {
  record(method: string, path: string): void
  readonly entries: readonly LedgerEntry[]
}

/** Keeps a scan of random paths from filling the memory. */
const MAX_ENTRIES = 500

/** Creates an empty ledger. */
export function createLedger(now: () => Date = () => new Date()): Ledger {
  const entries = new Map<string, LedgerEntry>()
  return {
    record(method, path) {
      const template = pathTemplate(path)
      const key = `${method} ${template}`
      const known = entries.get(key)
      if (known === undefined && entries.size >= MAX_ENTRIES) return
      entries.set(key, {
        method,
        path: template,
        count: (known?.count ?? 0) + 1,
        lastSeen: now().toISOString(),
      })
    },
    get entries() {
      return [...entries.values()]
    },
  }
}

/** Path parts that are followed by a name of the caller's. */
const NAMED: Readonly<Record<string, string>> = {
  projects: ':project',
  project: ':project',
  datasets: ':dataset',
  documents: ':id',
  organizations: ':organization',
  users: ':id',
}
const WORD = /^[a-zA-Z]+(-[a-zA-Z]+)*$/

/** The shape of a path: version, names and ids replaced, so that like requests count as one. */
export function pathTemplate(path: string): string {
  const parts = path.split('/').slice(0, 12)
  return parts
    .map((part, index) => {
      if (index === 1 && /^v[\dX]/.test(part)) return 'v…'
      const name = NAMED[parts[index - 1] ?? '']
      if (name !== undefined && part !== 'me') return name
      if (parts[2] === 'data' && index === 4) return ':dataset'
      return part === '' || WORD.test(part) ? part.slice(0, 40) : ':id'
    })
    .join('/')
}
