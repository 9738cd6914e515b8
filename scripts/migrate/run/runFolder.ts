import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'

import type {StoredDocument} from '../model.ts'
import type {Plan} from '../plan/model.ts'

/** One document that a run writes, as it was before. */
export interface Written {
  /** Id of the document in the dataset, `drafts.` included. */
  id: string
  /** Null when there was none under this id. */
  before: StoredDocument | null
  /** Whether the run deletes it. */
  deleted?: true
}

/** A line of a run's journal; `write` stands before the transaction, `written` after it. */
export type JournalLine =
  | {event: 'begin'; runId: string; planId: string; at: string}
  | {event: 'write'; transactionId: string; at: string; documents: Written[]}
  | {event: 'written'; transactionId: string}
  | {event: 'upload'; sha1: string}
  | {event: 'settled'; ids: string[]; at: string}
  | {event: 'refused'; id: string; reason: string}
  | {event: 'end'; at: string}
  | {event: 'undo'; id: string; transactionId: string}
  | {event: 'rolledBack'; ids: string[]; at: string}
  | {event: 'kept'; id: string; reason: string}

export interface Run {
  runId: string
  folder: string
  plan: Plan
  journal: JournalLine[]
}

const PLAN = 'plan.json'
const JOURNAL = 'journal.ndjson'

/** Makes the folder of a new run, with the plan that it carries out. */
export function createRun(runsFolder: string, runId: string, plan: Plan): Run {
  const folder = join(runsFolder, runId)
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, PLAN), `${JSON.stringify(plan, null, 2)}\n`, {flush: true})
  return {runId, folder, plan, journal: []}
}

/** Adds lines to the journal and returns when they are on the disk. */
export function record(run: Run, ...lines: JournalLine[]): void {
  const path = join(run.folder, JOURNAL)
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  appendFileSync(path, endsInALine(path) ? text : `\n${text}`, {flush: true})
  run.journal.push(...lines)
}

/** Whether the journal is empty or ends with a whole line: a line that was cut short stays alone. */
function endsInALine(path: string): boolean {
  const file = openSync(path, 'a+')
  try {
    const {size} = fstatSync(file)
    const last = Buffer.alloc(1)
    return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n')
  } finally {
    closeSync(file)
  }
}

/** All runs, the oldest first. */
export function listRuns(runsFolder: string): Run[] {
  return foldersIn(runsFolder).flatMap((runId) => {
    const folder = join(runsFolder, runId)
    const plan = readPlan(join(folder, PLAN))
    return plan ? [{runId, folder, plan, journal: readJournal(join(folder, JOURNAL))}] : []
  })
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path, {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .toSorted()
  } catch {
    return []
  }
}

function readPlan(path: string): Plan | undefined {
  try {
    const plan: Plan = JSON.parse(readFileSync(path, 'utf8'))
    return plan
  } catch {
    return undefined
  }
}

/** The last line may be half written when the process was killed: it is left out. */
function readJournal(path: string): JournalLine[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    try {
      const entry: JournalLine = JSON.parse(line)
      return [entry]
    } catch {
      return []
    }
  })
}
