/**
 * Kills a lake while it commits, again and again, and checks after each kill what users rely on: what
 * was acknowledged is there, a transaction is there as a whole or not at all, the log has no gap and
 * agrees with the documents, and what had no answer can be sent again without being done twice.
 */
import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {DatabaseSync} from 'node:sqlite'
import {fileURLToPath} from 'node:url'
import {type Dataset, openLake} from '../../lake/dataset/index.ts'
import {ACCOUNTS, type Transfer} from './transfers.ts'

/** What the kills came to. */
export interface KillingReport {
  kills: number
  acknowledged: number
  /** Sent before a kill without an answer: found in the log, and not. */
  unansweredButThere: number
  unansweredAndAbsent: number
}

interface Round {
  tried: Map<string, Transfer>
  acknowledged: Set<string>
}

/** Kills as often as asked, each time within `withinMs` of the first acknowledgement. */
export async function surviveKills(kills: number, withinMs: number): Promise<KillingReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lake-kills-'))
  const report = {kills, acknowledged: 0, unansweredButThere: 0, unansweredAndAbsent: 0}
  try {
    await openAccounts(folder)
    let checked = {seq: 1, revisions: new Map(ACCOUNTS.map((id) => [id, 'opening']))}
    for (let kill = 0; kill < kills; kill++) {
      const round = await runAndKill(folder, `round${kill}`, () => wait(Math.random() * withinMs))
      checked = await inspect(folder, round, checked, report)
      report.acknowledged += round.acknowledged.size
    }
    demandIntact(folder)
    return report
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Tries to open the folder of a lake that another process is writing to; gives what it was told. */
export async function openWhileInUse(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'lake-in-use-'))
  try {
    await openAccounts(folder)
    let refusal: unknown
    await runAndKill(folder, 'round', async () => {
      try {
        await openLake(folder).close()
      } catch (error) {
        refusal = error
      }
    })
    return refusal
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

async function openAccounts(folder: string): Promise<void> {
  const lake = openLake(folder)
  const mutations = ACCOUNTS.map((id) => ({create: {_id: id, _type: 'account', amount: 1000}}))
  await lake.createDataset('local', 'production').mutate({mutations, transactionId: 'opening'}, 'bank')
  await lake.close()
}

async function runAndKill(folder: string, name: string, until: () => Promise<void>): Promise<Round> {
  const script = fileURLToPath(new URL('transfers.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, name], {stdio: ['ignore', 'pipe', 'pipe']})
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise((resolve) => child.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('\nack ')) resolve()
    })
    child.once('close', () => reject(new Error(`The writer ended by itself: ${errors}`)))
  })
  await until()
  child.kill('SIGKILL')
  await ended

  const round: Round = {tried: new Map(), acknowledged: new Set()}
  // What stands behind the last line break was cut off by the kill.
  for (const line of output.split('\n').slice(0, -1)) {
    const text = line.slice('try '.length)
    if (line.startsWith('ack ')) round.acknowledged.add(text)
    else {
      const transfer = JSON.parse(text) as Transfer
      round.tried.set(transfer.transactionId, transfer)
    }
  }
  return round
}

interface Checked {
  seq: number
  /** The revision that each account has after transaction `seq`. */
  revisions: Map<string, string>
}

async function inspect(folder: string, round: Round, from: Checked, report: KillingReport): Promise<Checked> {
  const lake = openLake(folder)
  try {
    const dataset = lake.dataset('local', 'production')
    assert.ok(dataset, 'the dataset is there')
    const there = idsAfter(dataset, from.seq)
    for (const id of round.acknowledged) assert.ok(there.has(id), `acknowledged ${id} is in the log`)

    const unanswered = [...round.tried.values()].filter(
      ({transactionId}) => !round.acknowledged.has(transactionId),
    )
    for (const transfer of unanswered) {
      report[there.has(transfer.transactionId) ? 'unansweredButThere' : 'unansweredAndAbsent']++
      await dataset.mutate({...transfer}, 'again')
    }
    const checked = walkLog(dataset, from)
    for (const {transactionId} of unanswered) {
      const found = dataset.transactions({fromTransaction: transactionId, toTransaction: transactionId})
      assert.equal(found.length, 1, `${transactionId} was done once`)
    }
    return checked
  } finally {
    await lake.close()
  }
}

const idsAfter = (dataset: Dataset, seq: number): Set<string> =>
  new Set(dataset.transactions({afterSeq: seq}).map(({id}) => id))

/** Follows the log from where the last check ended, and compares its end with the documents. */
function walkLog(dataset: Dataset, from: Checked): Checked {
  const revisions = new Map(from.revisions)
  let {seq} = from
  for (const transaction of dataset.transactions({afterSeq: from.seq})) {
    assert.equal(transaction.seq, ++seq, 'the log has no gap')
    assert.equal(transaction.changes.length, 3, `${transaction.id} is there as a whole`)
    let moved = 0
    for (const {documentId, before, after} of transaction.changes) {
      assert.ok(before && after, 'accounts are only changed')
      assert.equal(before._rev, revisions.get(documentId), 'revisions follow one another')
      assert.equal(after._rev, transaction.id)
      revisions.set(documentId, after._rev)
      moved += Number(after.amount) - Number(before.amount)
    }
    assert.equal(moved, 0, `${transaction.id} moved amounts and made none`)
  }
  const accounts = [...dataset.documents.values()]
  assert.deepEqual(
    new Map(accounts.map(({_id, _rev}) => [_id, _rev])),
    revisions,
    'documents are those of the log',
  )
  assert.equal(
    accounts.reduce((sum, {amount}) => sum + Number(amount), 0),
    1000 * ACCOUNTS.length,
  )
  return {seq, revisions}
}

function demandIntact(folder: string): void {
  const db = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  assert.deepEqual({...db.prepare('PRAGMA integrity_check').get()}, {integrity_check: 'ok'})
  db.close()
}
