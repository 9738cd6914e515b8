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
import {openLake} from '../../lake/dataset/index.ts'
import {StoreError} from '../../lake/store/index.ts'
import {Random} from '../lake/groq/random.ts'
import {runLakeProcess} from './lakeProcess.ts'

const ROUNDS = 40
const TRANSACTIONS = 120

/** The same damage in every run. */
const random = new Random(2026)

/** A folder as a killed lake left it: everything it committed is in the write-ahead log still. */
let original: string
beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'damage-'))
  const ends: (() => Promise<void>)[] = []
  try {
    const lake = await runLakeProcess(original, (end) => ends.push(end))
    for (let i = 0; i < TRANSACTIONS; i++) {
      const text = `${i} `.repeat(200)
      await lake.client
        .transaction()
        .createOrReplace({_id: 'counter', _type: 'note', count: i})
        .create({_id: `note-${i}`, _type: 'note', text})
        .commit({visibility: 'async'})
    }
    await lake.kill()
  } finally {
    for (const end of ends) await end()
  }
}, 60_000)
afterAll(() => rmSync(original, {recursive: true, force: true}))

test('is made by a lake that was killed', () => {
  expect(statSync(join(original, 'lake.sqlite-wal')).size).toBeGreaterThan(100_000)
})

/** What a lake has of a folder: how far the counter came, the notes, and the length of its log. */
interface Survivors {
  count: number
  notes: number
  /** What it said where the log can't be read: documents are there without it. */
  history: number | string
}

/** What a reading gives, or how it is refused; what is thrown but not refused fails the test. */
function orRefusal<T>(read: () => T): T | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof StoreError) return error.message
    throw error
  }
}

/** What a lake finds in a folder; a refusal is what it said. */
async function open(folder: string): Promise<Survivors | string> {
  const lake = orRefusal(() => openLake(folder))
  if (typeof lake === 'string') return lake
  try {
    const dataset = orRefusal(() => lake.dataset('local', 'production'))
    if (typeof dataset === 'string') return dataset
    if (dataset === undefined) return {count: -1, notes: 0, history: 0}
    const notes = [...dataset.documents.values()].filter(({_id}) => _id.startsWith('note-'))
    for (const {_id, text} of notes) {
      expect(text).toBe(`${_id.slice('note-'.length)} `.repeat(200))
    }
    return {
      count: Number(dataset.documents.get('counter')?.count ?? -1),
      notes: notes.length,
      history: orRefusal(() => dataset.transactions({}).length),
    }
  } finally {
    await lake.close()
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
  const at = from + random.below(size - from - length)
  const handle = openSync(file, 'r+')
  const noise = Buffer.from(Array.from({length}, () => random.below(256)))
  writeSync(handle, noise, 0, length, at)
  closeSync(handle)
}

const namesTheFile = (refusal: string): boolean =>
  /lake\.sqlite is damaged [^]*Restore it from a backup/.test(refusal)

/** Whether a folder opened, with everything up to some transaction; of a damaged log it says so. */
const isPrefix = (found: Survivors | string): boolean =>
  typeof found !== 'string' &&
  found.notes === found.count + 1 &&
  (typeof found.history === 'string' ? namesTheFile(found.history) : found.history === found.count + 1)

test('without its shared-memory file nothing is missing', async () => {
  const found = await openDamaged((folder) => rmSync(join(folder, 'lake.sqlite-shm'), {force: true}))
  expect(found).toEqual({count: TRANSACTIONS - 1, notes: TRANSACTIONS, history: TRANSACTIONS})
})

test('with a write-ahead log that ends anywhere, it is as it was after some transaction', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await openDamaged((folder) => {
      const wal = join(folder, 'lake.sqlite-wal')
      truncateSync(wal, random.below(statSync(wal).size))
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
        if (typeof found !== 'string') survivors.push(found)
        const refusal = typeof found === 'string' ? found : found.history
        if (typeof refusal === 'string') refusals.push(refusal)
      }
      for (const found of survivors) expect(found).toSatisfy(isPrefix)
      expect(refusals.length).toBeGreaterThan(ROUNDS / 2)
      for (const refusal of refusals) expect(refusal).toSatisfy(namesTheFile)
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
