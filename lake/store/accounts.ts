import type {DatabaseSync} from 'node:sqlite'
import type {AccountStore, TokenRecord} from '../access/access.ts'
import type {User} from '../access/roles.ts'

/**
 * Opens the users and their tokens, of which only hashes are kept. Every request asks for its user, so
 * users are read once; nobody else writes the file.
 */
export function accountTable(db: DatabaseSync): AccountStore {
  const users = db.prepare('SELECT id, name, email, role FROM users ORDER BY id')
  const saveUser = db.prepare(`
    INSERT INTO users (id, name, email, role) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, role = excluded.role`)
  const removeUser = db.prepare('DELETE FROM users WHERE id = ?')
  const findToken = db.prepare(
    'SELECT hash, user_id AS userId, label, created_at AS createdAt FROM tokens WHERE hash = ?',
  )
  const saveToken = db.prepare(
    'INSERT OR REPLACE INTO tokens (hash, user_id, label, created_at) VALUES (?, ?, ?, ?)',
  )
  const deleteToken = db.prepare('DELETE FROM tokens WHERE hash = ?')
  let known: User[] | undefined
  let changes = 0
  const changed = (): void => {
    known = undefined
    changes++
  }
  return {
    get changes() {
      return changes
    },
    users: () => (known ??= users.all() as unknown as User[]).slice(),
    saveUser({id, name, email, role}) {
      changed()
      saveUser.run(id, name, email, role)
    },
    removeUser(id) {
      changed()
      removeUser.run(id)
    },
    findToken: (hash) => findToken.get(hash) as unknown as TokenRecord | undefined,
    saveToken({hash, userId, label, createdAt}) {
      changed()
      saveToken.run(hash, userId, label, createdAt)
    },
    deleteToken(hash) {
      changed()
      deleteToken.run(hash)
    },
  }
}
