import type {Results} from '../results.ts'
import {type Table, tablesOf} from './tables.ts'

const BEGIN = '<!-- figures: npm run bench -- --doc -->'
const END = '<!-- end of figures -->'

/** The document with the figures of this run in place of those of an earlier one. */
export function documentText(document: string, results: Results): string {
  const begin = document.indexOf(BEGIN)
  const end = document.indexOf(END)
  if (begin === -1 || end < begin) throw new Error(`The document has no place for figures: ${BEGIN}`)
  const figures = [machineText(results), ...tablesOf(results).map(tableText)].join('\n\n')
  return `${document.slice(0, begin)}${BEGIN}\n\n${figures}\n\n${document.slice(end)}`
}

function machineText({date, machine}: Results): string {
  const {cores, memoryBytes, node, loadBefore, loadAfter} = machine
  const memory = Math.round(memoryBytes / 1e9)
  return `Measured on ${date.slice(0, 10)}: ${cores} shared cores, ${memory} GB of memory, Node ${node}; load average ${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after the run.`
}

function tableText({title, columns, rows}: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [`### ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}
