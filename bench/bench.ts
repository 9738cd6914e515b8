/** `npm run bench`: measures the lake, prints a table with ratios, and says which targets hold. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import type {FillResult} from './parts/fill.ts'
import type {HttpResult} from './parts/http.ts'
import type {PeerResult} from './parts/peers.ts'
import type {QueryResult} from './parts/queries.ts'
import type {WriteResult} from './parts/writes.ts'
import {runPart} from './part.ts'
import {documentText} from './report/document.ts'
import {reportText} from './report/text.ts'
import type {Results, SizeResult} from './results.ts'

const HELP = `npm run bench -- [options]

  --size 1k|10k|100k|1m  the size that the targets are about (100k), with smaller ones for the growth
  --only PARTS           some of: queries, lake (start, memory, HTTP, fan-out), writes, peers;
                         or query classes by the beginning of their names (q05,q13)
  --peers                also Payload on SQLite, installed in a temporary folder for the run
  --json FILE            the figures, for machines
  --doc                  rewrites the tables in docs/performance.md
`
const SIZES: Record<string, number> = {'1k': 1000, '10k': 10_000, '100k': 100_000, '1m': 1_000_000}
const PARTS = ['queries', 'lake', 'writes', 'peers']
/** Above this size groq-js takes minutes for a query. */
const GROQ_JS_UP_TO = 100_000
const PEER_SIZE = 2000
const DOCUMENT = new URL('../docs/performance.md', import.meta.url)

const options = readOptions()
const loadBefore = loadOf()
const folder = mkdtempSync(join(tmpdir(), 'bench-lake-'))
process.once('exit', () => rmSync(folder, {recursive: true, force: true}))
process.once('SIGINT', () => process.exit(130))

const sizes: SizeResult[] = []
const measured = Object.values(SIZES).filter((size) => size <= options.size)
for (const size of measured) sizes.push(await measureSize(size))
const peer = options.peers ? await peers() : undefined
const results: Results = {
  date: new Date().toISOString(),
  machine: {
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    node: process.version,
    loadBefore,
    loadAfter: loadOf(),
  },
  sizes,
  peer,
}
console.log(reportText(results))
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
if (options.doc) writeFileSync(DOCUMENT, documentText(readFileSync(DOCUMENT, 'utf8'), results))

async function measureSize(size: number): Promise<SizeResult> {
  const result: SizeResult = {size}
  const largest = size === options.size
  if (options.parts.has('queries')) {
    say(`${size} documents: query classes`)
    // In between, only the growth of our own times matters.
    const groqJs = size <= GROQ_JS_UP_TO && (largest || size === SIZES['1k'])
    result.queries = await runPart<QueryResult>('queries', {size, groqJs, only: options.classes})
  }
  if (!options.parts.has('lake') && !options.parts.has('writes')) return result
  const dataDir = join(folder, String(size))
  say(`${size} documents: import`)
  result.fill = await runPart<FillResult>('fill', {size, dataDir})
  if (options.parts.has('lake')) {
    say(`${size} documents: start, HTTP, fan-out, memory`)
    result.http = await runPart<HttpResult>('http', {size, dataDir, startOnly: !largest})
  }
  if (options.parts.has('writes') && largest) {
    say(`${size} documents: writes`)
    result.writes = await runPart<WriteResult>('writes', {size, dataDir})
  }
  rmSync(dataDir, {recursive: true})
  return result
}

/** A peer that fails must not cost the figures of the lake. */
async function peers(): Promise<PeerResult> {
  const size = Math.min(options.size, PEER_SIZE)
  say(`${size} documents: Payload on SQLite`)
  try {
    return await runPart<PeerResult>('peers', {size})
  } catch (error) {
    return {missing: String(error), name: 'Payload on SQLite', size, rows: []}
  }
}

function readOptions() {
  const {values} = parseArgs({
    options: {
      size: {type: 'string', default: '100k'},
      only: {type: 'string'},
      peers: {type: 'boolean', default: false},
      json: {type: 'string'},
      doc: {type: 'boolean', default: false},
      help: {type: 'boolean', default: false},
    },
  })
  if (values.help) {
    console.log(HELP)
    process.exit(0)
  }
  const size = SIZES[values.size.toLowerCase()]
  if (size === undefined) {
    process.stderr.write(HELP)
    process.exit(2)
  }
  const only = values.only?.split(',') ?? PARTS.slice(0, 3)
  const parts = new Set(only.filter((name) => PARTS.includes(name)))
  const classes = only.filter((name) => !PARTS.includes(name))
  if (classes.length > 0) parts.add('queries')
  return {
    size,
    parts,
    classes: classes.length > 0 ? classes : undefined,
    peers: values.peers || parts.has('peers'),
    json: values.json,
    doc: values.doc,
  }
}

function loadOf(): number {
  return loadavg()[0] ?? 0
}

function say(text: string): void {
  process.stderr.write(`${text} …\n`)
}
