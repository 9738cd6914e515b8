import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test, vi} from 'vitest'
import {StoreError, type StoreProblem} from './errors.ts'
import {openStore} from './openStore.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

function problemOf(folder: string): {code: StoreProblem; message: string} {
  try {
    openStore(folder).close()
  } catch (error) {
    if (error instanceof StoreError) return {code: error.code, message: error.message}
    throw error
  }
  throw new Error('The store opened')
}

/** Changes the file from outside, as nobody should. */
function tamper(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, 'lake.sqlite'))
  db.exec(sql)
  db.close()
}

test('a second lake on the folder is refused, and told who holds it; the first goes on', () => {
  const folder = temporaryFolder()
  const store = openStore(folder)
  expect(problemOf(folder)).toEqual({
    code: 'locked',
    message: expect.stringContaining(`process ${process.pid}`),
  })
  store.datasets.create({project: 'p', name: 'd', aclMode: 'public', createdAt: '', createdBy: null})
  store.close()
  const again = openStore(folder)
  expect(again.datasets.all()).toMatchObject([{project: 'p', name: 'd'}])
  again.close()
})

test('a lock left behind by a process that died is taken over, whoever has its number now', () => {
  const folder = temporaryFolder()
  openStore(folder).close()
  writeFileSync(join(folder, 'pid'), '1\n')
  const store = openStore(folder)
  expect(readFileSync(join(folder, 'pid'), 'utf8')).toBe(`${process.pid}\n`)
  store.close()
})

test('a folder that cannot be made is named', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(problemOf(join(file, 'data'))).toEqual({code: 'unwritable', message: expect.stringContaining(file)})
})

test('a folder is made for its owner alone', () => {
  const folder = join(temporaryFolder(), 'deep', 'data')
  openStore(folder).close()
  expect(statSync(folder).mode & 0o077).toBe(0)
})

test('data of a newer lake is left alone', () => {
  const folder = temporaryFolder()
  openStore(folder).close()
  tamper(folder, 'PRAGMA user_version = 99')
  expect(problemOf(folder).code).toBe('newer-format')
})

test('webhooks of an earlier format go on where they were', () => {
  const folder = temporaryFolder()
  openStore(folder).close()
  const hook = {id: 'h', dataset: 'production', includeDrafts: true, position: 7}
  tamper(
    folder,
    `INSERT INTO project_records VALUES ('p', 'hook', 'h', '${JSON.stringify(hook)}'); PRAGMA user_version = 2`,
  )
  const store = openStore(folder)
  const {position, ...kept} = hook
  expect(store.records.list('p', 'hook')).toEqual([{...kept, includeAllVersions: true}])
  expect(store.records.list('p', 'hookPosition')).toEqual([{hook: 'h', dataset: 'production', position}])
  store.close()
})

test('a damaged file is refused loudly', () => {
  const folder = temporaryFolder()
  openStore(folder).close()
  writeFileSync(join(folder, 'lake.sqlite'), 'not a database'.repeat(1000))
  expect(problemOf(folder)).toEqual({code: 'damaged', message: expect.stringContaining('lake.sqlite')})
})

test('a Node with an unsafe SQLite is refused', () => {
  vi.spyOn(process, 'versions', 'get').mockReturnValue({...process.versions, sqlite: '3.51.2'})
  onTestFinished(() => void vi.restoreAllMocks())
  expect(problemOf(temporaryFolder())).toEqual({
    code: 'unsupported-sqlite',
    message: expect.stringContaining('3.51.2'),
  })
})

test('each commit is synced: WAL with synchronous=FULL', () => {
  const folder = temporaryFolder()
  const execute = vi.spyOn(DatabaseSync.prototype, 'exec')
  onTestFinished(() => void vi.restoreAllMocks())
  openStore(folder).close()
  const statements = execute.mock.calls.map(([sql]) => sql)
  expect(statements).toEqual(
    expect.arrayContaining(['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = FULL']),
  )
})

test('accounts and key-values are kept; changing a user keeps their tokens', () => {
  const folder = temporaryFolder()
  const store = openStore(folder)
  const anna = {id: 'anna', name: 'Anna', email: 'anna@localhost', role: 'editor'} as const
  store.accounts.saveUser(anna)
  store.accounts.saveToken({hash: 'hash', userId: 'anna', label: 'Sign-in', createdAt: 'now'})
  store.accounts.saveUser({...anna, name: 'Anna A.'})
  store.keyValues.set('anna', [{key: 'pane', value: {width: 300}}])
  store.close()

  const again = openStore(folder)
  expect(again.accounts.users()).toEqual([{...anna, name: 'Anna A.'}])
  expect(again.accounts.findToken('hash')?.userId).toBe('anna')
  expect(again.keyValues.get('anna', ['none', 'pane'])).toEqual([{key: 'pane', value: {width: 300}}])
  expect(again.keyValues.get('other', ['pane'])).toEqual([])
  again.close()
})
