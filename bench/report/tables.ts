import type {Results, SizeResult} from '../results.ts'
import {targetsOf, times} from './targets.ts'

/** A table: a heading, the names of the columns, and rows of as many cells. */
export interface Table {
  title: string
  columns: string[]
  rows: string[][]
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)
const optional = (value: number | undefined, show = number): string =>
  value === undefined ? '–' : show(value)
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`
const sizeName = (size: number): string => (size >= 1e6 ? `${size / 1e6}M` : `${size / 1000}k`)

/** The tables of a run; those of parts that were left out are absent. */
export function tablesOf(results: Results): Table[] {
  return [
    targetTable(results),
    ...queryTables(results),
    ...refusedTables(results),
    lakeTable(results),
    ...peerTables(results),
  ].filter(({rows}) => rows.length > 0)
}

function targetTable(results: Results): Table {
  const rows = targetsOf(results).map(({what, bound, measured, holds}) => [
    what,
    bound,
    measured,
    holds ? 'holds' : 'missed',
  ])
  return {
    title: `Targets at ${sizeName(results.sizes.at(-1)?.size ?? 0)} documents`,
    columns: ['what', 'target', 'measured', ''],
    rows,
  }
}

function queryTables({sizes}: Results): Table[] {
  const largest = sizes.at(-1)
  if (largest?.queries === undefined) return []
  const others = sizes.slice(0, -1).filter(({queries}) => queries !== undefined)
  const atSize = ({queries}: SizeResult, name: string): number | undefined =>
    queries?.rows.find((row) => row.name === name)?.ours
  const before = others.at(-1)
  const rows = largest.queries.rows.map(({name, first, ours, again, answer, groqJs}) => [
    name,
    ...others.map((size) => optional(atSize(size, name))),
    number(ours),
    number(first),
    number(answer),
    times(ours / answer),
    number(again),
    times(again / answer),
    optional(groqJs),
    optional(groqJs === undefined ? undefined : groqJs / ours, times),
    growth(ours, before === undefined ? undefined : atSize(before, name)),
  ])
  return [
    {
      title: `Query classes, in microseconds, at ${sizeName(largest.size)} documents`,
      columns: [
        'class',
        ...others.map(({size}) => `ours ${sizeName(size)}`),
        `ours ${sizeName(largest.size)}`,
        'first',
        'stringify',
        'ours : stringify',
        'again',
        'again : stringify',
        'groq-js',
        'groq-js : ours',
        'growth',
      ],
      rows,
    },
  ]
}

const growth = (ours: number, before: number | undefined): string =>
  before === undefined ? '–' : times(ours / before)

function refusedTables({sizes}: Results): Table[] {
  const rows = sizes.flatMap(({size, queries}) =>
    (queries?.refused ?? []).map(({name, reason}) => [sizeName(size), name, reason]),
  )
  return [{title: 'Query classes without an answer', columns: ['documents', 'class', 'reason'], rows}]
}

function lakeTable({sizes}: Results): Table {
  const measured = sizes.filter(({fill}) => fill !== undefined)
  const row = (what: string, show: (size: SizeResult) => string | undefined): string[] => [
    what,
    ...measured.map((size) => show(size) ?? '–'),
  ]
  const rows = [
    row('JSON of the documents', ({fill}) => fill && megabytes(fill.jsonBytes)),
    row(
      'import in batches of 150, documents/s',
      ({fill}) => fill && number((fill.documents * 1000) / fill.ms),
    ),
    row('start to first answer over HTTP', ({http}) => http && `${(http.start / 1000).toFixed(2)} s`),
    row('resident after it', ({fill, http}) => memoryCell(http?.memory, fill?.jsonBytes)),
    row('resident with all indexes', ({fill, http}) => memoryCell(http?.memoryIndexed, fill?.jsonBytes)),
    row('point query over HTTP, p50 / p99 µs', ({http}) => latencyCell(http?.points?.latency.point)),
    row('of a document not asked for before', ({http}) => latencyCell(http?.points?.latency.fresh)),
    row('empty handler on such a server, p50 / p99 µs', ({http}) =>
      latencyCell(http?.points?.latency.framed),
    ),
    row('empty handler of bare node:http', ({http}) => latencyCell(http?.points?.latency.bare)),
    row('point queries per second, 16 connections', ({http}) => optionalRate(http?.points?.perSecond.point)),
    row('of documents not asked for before', ({http}) => optionalRate(http?.points?.perSecond.fresh)),
    row('empty answers on such a server per second', ({http}) =>
      optionalRate(http?.points?.perSecond.framed),
    ),
    row('empty answers of bare node:http per second', ({http}) => optionalRate(http?.points?.perSecond.bare)),
    row('point query alone, p50 / p99 µs', ({http}) => latencyCell(http?.duringScan?.idle)),
    row('during full scans by someone else', ({http}) => latencyCell(http?.duringScan?.during)),
    row('during the first four, until a process is made for them', ({http}) =>
      latencyCell(http?.duringScan?.first),
    ),
    row(
      'the longest of the first four / those after, ms',
      ({http}) =>
        http?.duringScan && `${number(http.duringScan.firstScan)} / ${number(http.duringScan.scan)}`,
    ),
    row(
      'a change told to 1,000 event streams over HTTP: first / last, ms',
      ({http}) => http?.fanOut && `${number(http.fanOut.first)} / ${number(http.fanOut.last)}`,
    ),
    row('fsyncs per second', ({writes}) => writes && number(writes.fsync)),
    row('commits per second, one writer', ({writes}) => writes && number(writes.one)),
    row('commits per second, 16 writers', ({writes}) => writes && number(writes.sixteen)),
    row('a change taken over by the engine, µs', ({queries}) => queries && number(queries.change.apply)),
  ]
  return {
    title: 'The lake as a server',
    columns: ['what', ...measured.map(({size}) => sizeName(size))],
    rows: measured.length === 0 ? [] : rows,
  }
}

const memoryCell = (bytes: number | undefined, json: number | undefined): string | undefined =>
  bytes === undefined || json === undefined ? undefined : `${megabytes(bytes)} (${times(bytes / json)})`

const optionalRate = (rate: number | undefined): string | undefined =>
  rate === undefined ? undefined : number(rate)

const latencyCell = (latency: {p50: number; p99: number} | undefined): string | undefined =>
  latency === undefined ? undefined : `${number(latency.p50)} / ${number(latency.p99)}`

function peerTables({peer}: Results): Table[] {
  if (peer === undefined) return []
  if (peer.missing !== undefined)
    return [{title: peer.name, columns: ['not measured'], rows: [[peer.missing]]}]
  return [
    {
      title: `${peer.name}, local API, like queries in microseconds at ${sizeName(peer.size)} documents`,
      columns: ['class', 'ours', 'Payload', 'Payload : ours'],
      rows: peer.rows.map(({name, ours, peer: theirs}) => [
        name,
        number(ours),
        number(theirs),
        times(theirs / ours),
      ]),
    },
  ]
}
