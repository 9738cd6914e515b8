/**
 * `node tests/migration/apply.faults.ts`: the long form of `faults.test.ts`. Kills `apply`, then `rollback`, at
 * every request that they make, before it arrives and after it took effect, with the journal whole and with its
 * last line cut in half; each time going on must end in the dataset that an undisturbed run leaves.
 */
import {deepStrictEqual, match} from 'node:assert/strict'

import {faultyProxy} from './faultyProxy.ts'
import {type Copy, killedAt, type Moment, type Site, siteUnderFire} from './siteUnderFire.ts'

interface Blow {
  moment: Moment
  torn: boolean
}
/** A line of the journal that was cut short stands for a transaction that was never sent. */
const BLOWS: readonly Blow[] = [
  {moment: 'before', torn: false},
  {moment: 'before', torn: true},
  {moment: 'after', torn: false},
]
/** A rollback sends some hundred requests of one kind: one in so many is enough. */
const ROLLBACK_STEP = 25

const site = await siteUnderFire()
const tried = {apply: 0, rollback: 0}
try {
  await goneForGood()
  const whole = await onCopy(site, async (copy) => {
    await succeed(copy, ['apply', site.plan])
    return copy.content()
  })
  for (const blow of BLOWS) {
    for (let nth = 1; await applyKilled(nth, blow, whole); nth += 1) tried.apply += 1
    for (let nth = 1; await rollbackKilled(nth, blow); nth += ROLLBACK_STEP) tried.rollback += 1
  }
} finally {
  await site.remove()
}
console.log(JSON.stringify(tried))

/** A dataset that stays away ends each command with the way to go on, after half a minute of asking. */
async function goneForGood(): Promise<void> {
  await onCopy(site, async (copy) => {
    const {runId} = JSON.parse(await succeed(copy, ['apply', site.plan, '--json']))
    // The first request only asks whether a lake is there.
    const proxy = await faultyProxy(copy.lake.url, ({path}) =>
      path.includes('/data/') ? {status: 503} : 'pass',
    )
    try {
      const outcomes = await Promise.all(
        [
          ['plan', site.input],
          ['apply', site.plan],
          ['rollback', runId],
        ].map((args) => copy.migrate(args, proxy)),
      )
      const goOn = [/plan again\.$/, /-- apply \S+ --runs \S+$/, /-- rollback \S+ --runs \S+$/]
      for (const [index, {code, stderr}] of outcomes.entries()) {
        deepStrictEqual(code, 1)
        match(stderr.trim().split('\n').at(-1) ?? '', goOn[index] ?? /^$/)
      }
    } finally {
      await proxy.close()
    }
  })
}

/** @returns whether there was an nth request to be killed at */
async function applyKilled(nth: number, {moment, torn}: Blow, whole: unknown): Promise<boolean> {
  return onCopy(site, async (copy) => {
    const killed = await killedAt(copy, ['apply', site.plan], {pattern: /./, nth, moment})
    if (!killed) return false
    // The first request only asks whether a lake is there: no run has begun.
    if (torn && nth > 1) await copy.tearJournal()
    await succeed(copy, ['apply', site.plan])
    deepStrictEqual(await copy.content(), whole, `apply killed ${moment} request ${nth} (${killed.path})`)
    return true
  })
}

async function rollbackKilled(nth: number, {moment, torn}: Blow): Promise<boolean> {
  return onCopy(site, async (copy) => {
    const {runId} = JSON.parse(await succeed(copy, ['apply', site.plan, '--json']))
    const killed = await killedAt(copy, ['rollback', runId], {pattern: /./, nth, moment})
    if (!killed) return false
    // Before anything but a transaction, the last line is of one that took effect: it is on the disk.
    if (torn && killed.path.includes('/mutate/')) await copy.tearJournal()
    const {kept} = JSON.parse(await succeed(copy, ['rollback', runId, '--json']))
    deepStrictEqual(kept, [])
    deepStrictEqual(await copy.content(), site.before, `rollback killed ${moment} request ${nth}`)
    return true
  })
}

async function onCopy<T>(of: Site, work: (copy: Copy) => Promise<T>): Promise<T> {
  const copy = await of.copy()
  try {
    return await work(copy)
  } finally {
    await copy.close()
  }
}

async function succeed(copy: Copy, args: readonly string[]): Promise<string> {
  const {code, stdout, stderr} = await copy.migrate(args)
  if (code !== 0) throw new Error(`migrate ${args.join(' ')} ended with ${code}:\n${stderr}${stdout}`)
  return stdout
}
