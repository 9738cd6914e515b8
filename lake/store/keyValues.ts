import type {DatabaseSync} from 'node:sqlite'
import type {Json} from '../model/document.ts'

export interface KeyValue {
  key: string
  value: Json
}

/** What the Studio keeps for each person: pane layouts, sort orders, recent searches. */
export interface KeyValueTable {
  /** The known ones of the keys, in the order asked for. */
  get(userId: string, keys: readonly string[]): KeyValue[]
  set(userId: string, pairs: readonly KeyValue[]): void
}

/** Opens the key-values of all users. */
export function keyValueTable(db: DatabaseSync): KeyValueTable {
  const select = db.prepare('SELECT value FROM key_values WHERE user_id = ? AND key = ?')
  const upsert = db.prepare('INSERT OR REPLACE INTO key_values (user_id, key, value) VALUES (?, ?, ?)')
  return {
    get: (userId, keys) =>
      keys.flatMap((key) => {
        const value = select.get(userId, key)?.value
        return typeof value === 'string' ? [{key, value: JSON.parse(value) as Json}] : []
      }),
    set(userId, pairs) {
      for (const {key, value} of pairs) upsert.run(userId, key, JSON.stringify(value))
    },
  }
}
