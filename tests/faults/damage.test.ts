/**
 * Files that were damaged while the lake was down after a kill. Whatever is left, the lake either comes
 * up with what was committed up to some transaction, or refuses and says which file is damaged. SQLite
 * has no checksums over its main file: a changed letter inside of a text is not among what is told.
 */
import {
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  closeSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Dataset, openLake} from '../../lake/dataset/index.ts'
import {StoreError, storageFailure} from '../../lake/store/index.ts'
import {runLakeProcess} from './lakeProcess.ts'

const ROUNDS = 40
const TRANSACTIONS = 120

/** A folder as a killed lake left it: everything it committed is in the write-ahead log still. */
let original: string
beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'damage-'))
}, 60_000)
afterAll(() => rmSync(original, {recursive: true, force: true}))

test('is made by a lake that was killed', async () => {
  const lake = await runLakeProcess(original)
  for (let i = 0; i < TRANSACTIONS; i++) {
    const text = `${i} `.repeat(200)
    await lake.client
      .transaction()
      .createOrReplace({_id: 'counter', _type: 'note', count: i})
      .create({_id: `note-${i}`, _type: 'note', text})
      .commit({visibility: 'async'})
  }
  await lake.kill()
  expect(statSync(join(original, 'lake.sqlite-wal')).size).toBeGreaterThan(100_000)
})

interface Survivors {
  count: number
  notes: number
}

/** How many transactions the log has; what can't be read of it is refused where it is asked for. */
function historyOf(dataset: Dataset): number {
  try {
    return dataset.transactions({}).length
  } catch (error) {
    expect(storageFailure(error)).toMatchObject({status: 503})
    return dataset.lastSeq
  }
}

/** What a lake finds in a folder; a refusal is what it said. */
async function open(folder: string): Promise<Survivors | string> {
  try {
    const lake = openLake(folder)
    try {
      const dataset = lake.dataset('local', 'production')
      if (dataset === undefined) return {count: -1, notes: 0}
      expect(historyOf(dataset)).toBe(dataset.lastSeq)
      const documents = [...dataset.documents.values()]
      const notes = documents.filter(({_id}) => _id.startsWith('note-'))
      for (const {_id, text} of notes) {
        expect(text).toBe(`${_id.slice('note-'.length)} `.repeat(200))
      }
      return {count: Number(dataset.documents.get('counter')?.count ?? -1), notes: notes.length}
    } finally {
      await lake.close()
    }
  } catch (error) {
    if (error instanceof StoreError) return error.message
    throw error
  }
}

/** Damages a copy and opens it. */
async function openDamaged(damage: (folder: string) => void): Promise<Survivors | string> {
  const folder = mkdtempSync(join(tmpdir(), 'damaged-'))
  try {
    cpSync(original, folder, {recursive: true})
    damage(folder)
    return await open(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Overwrites some bytes at a random place behind the file's header. */
function scribble(file: string, length: number, from = 4096): void {
  const {size} = statSync(file)
  const at = from + Math.floor(Math.random() * (size - from - length))
  const handle = openSync(file, 'r+')
  const noise = Buffer.from(Array.from({length}, () => Math.floor(Math.random() * 256)))
  writeSync(handle, noise, 0, length, at)
  closeSync(handle)
}

/** Whether a folder opened, with everything up to some transaction. */
const isPrefix = (found: Survivors | string): boolean =>
  typeof found !== 'string' && found.notes === found.count + 1

test('without its shared-memory file nothing is missing', async () => {
  const found = await openDamaged((folder) => rmSync(join(folder, 'lake.sqlite-shm'), {force: true}))
  expect(found).toEqual({count: TRANSACTIONS - 1, notes: TRANSACTIONS})
})

test('with a write-ahead log that ends anywhere, it is as it was after some transaction', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await openDamaged((folder) => {
      const wal = join(folder, 'lake.sqlite-wal')
      truncateSync(wal, Math.floor(Math.random() * statSync(wal).size))
    })
    expect(found).toSatisfy(isPrefix)
  }
})

test('with noise in the write-ahead log, it is as it was after some transaction', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await openDamaged((folder) => scribble(join(folder, 'lake.sqlite-wal'), 64, 32))
    expect(found).toSatisfy(isPrefix)
  }
})

test.each(['after a kill', 'after a clean end'])(
  'with noise in its main file %s, it refuses and names the file, or has what was whole',
  async (when) => {
    const settled = mkdtempSync(join(tmpdir(), 'settled-'))
    try {
      cpSync(original, settled, {recursive: true})
      await openLake(settled).close()
      const refusals: string[] = []
      const survivors: Survivors[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const found = await openDamaged((folder) => {
          rmSync(folder, {recursive: true})
          cpSync(settled, folder, {recursive: true})
          if (when === 'after a kill') cpSync(join(original, 'pid'), join(folder, 'pid'))
          scribble(join(folder, 'lake.sqlite'), 2048)
        })
        if (typeof found === 'string') refusals.push(found)
        else survivors.push(found)
      }
      for (const found of survivors) expect(found).toSatisfy(isPrefix)
      expect(refusals.length).toBeGreaterThan(ROUNDS / 2)
      for (const refusal of refusals) {
        expect(refusal).toMatch(/lake\.sqlite is damaged [^]*Restore it from a backup/)
      }
    } finally {
      rmSync(settled, {recursive: true, force: true})
    }
  },
)

test('the folder that was damaged is left as it was', async () => {
  const before = readFileSync(join(original, 'lake.sqlite-wal'))
  expect(await openDamaged(() => {})).toMatchObject({notes: TRANSACTIONS})
  expect(readFileSync(join(original, 'lake.sqlite-wal')).equals(before)).toBe(true)
})
