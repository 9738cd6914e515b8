/** Commits, each durable before its answer, against the fsyncs of the same disk in the same moments. */
import {closeSync, fsyncSync, openSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {type Dataset, openLake} from '../../lake/dataset/index.ts'
import {finishPart, partOptions} from '../part.ts'
import {makeContent} from '../query/content.ts'
import {median, timeOf} from '../statistics.ts'

export interface WriteOptions {
  size: number
  dataDir: string
}

/** Per second: medians over rounds that take turns. */
export interface WriteResult {
  fsync: number
  /** One writer that waits for each answer. */
  one: number
  /** Sixteen such writers at once. */
  sixteen: number
}

const ROUNDS = 9
const PER_ROUND = 150
const WRITERS = 16
const BLOCK = Buffer.alloc(4096, 'x')

const {size, dataDir} = partOptions() as WriteOptions
const {ids} = makeContent(size)
const lake = openLake(dataDir)
const dataset = lake.dataset('local', 'production')
if (dataset === undefined) throw new Error('The folder was not filled')
let edits = 0

const rates = {fsync: [] as number[], one: [] as number[], sixteen: [] as number[]}
const perSecond = (count: number, ms: number): number => (count * 1000) / ms
// The first round warms up.
for (let round = 0; round <= ROUNDS; round++) {
  const fsync = perSecond(PER_ROUND, await timeOf(fsyncs))
  const one = perSecond(PER_ROUND, await timeOf(() => write(dataset)))
  const sixteen = perSecond(PER_ROUND * WRITERS, await timeOf(() => writeAtOnce(dataset)))
  if (round === 0) continue
  rates.fsync.push(fsync)
  rates.one.push(one)
  rates.sixteen.push(sixteen)
}
await lake.close()
finishPart({
  fsync: median(rates.fsync),
  one: median(rates.one),
  sixteen: median(rates.sixteen),
} satisfies WriteResult)

function fsyncs(): void {
  const file = openSync(join(dataDir, 'fsync.probe'), 'a')
  for (let i = 0; i < PER_ROUND; i++) {
    writeSync(file, BLOCK)
    fsyncSync(file)
  }
  closeSync(file)
}

async function write(to: Dataset): Promise<void> {
  for (let i = 0; i < PER_ROUND; i++) {
    const id = ids.project[(edits++ * 7919) % ids.project.length] ?? ''
    await to.mutate({mutations: [{patch: {id, set: {amount: edits}}}]}, 'bench')
  }
}

async function writeAtOnce(to: Dataset): Promise<void> {
  await Promise.all(Array.from({length: WRITERS}, () => write(to)))
}
