import {isObject} from '../merge/same.ts'
import type {JsonObject, StoredDocument} from '../model.ts'
import type {PlanTarget} from '../plan/model.ts'
import type {JournalLine, Run} from './runFolder.ts'

/** What a source said of a document, and how to tell that a document is still the one it was said of. */
interface Meeting {
  base: JsonObject
  /** The run that last wrote the document, which the document names; undefined when none did. */
  writer: string | undefined
  /** When it was found to say the same. */
  at: string
}

/**
 * What the source of each document said when it was last applied to this dataset: the base of a three-way
 * merge. A document that was made anew since (the dataset was emptied) has no base.
 */
export function basesOf(
  runs: readonly Run[],
  target: PlanTarget,
  stored: readonly StoredDocument[],
): Map<string, JsonObject> {
  const meetings = new Map<string, Meeting>()
  for (const run of runs) if (isSame(run.plan.target, target)) meet(run, meetings)
  const bases = new Map<string, JsonObject>()
  for (const document of stored) {
    const id = bareId(document._id)
    const meeting = meetings.get(id)
    if (meeting && isTheOneMet(document, meeting)) bases.set(id, meeting.base)
  }
  return bases
}

/** Notes which documents a run wrote, found as they should be, or took back. */
function meet({plan, journal, runId}: Run, meetings: Map<string, Meeting>): void {
  const outputs = new Map(
    plan.operations
      // What a schema migration did says nothing about a source.
      .filter(({inPlace}) => !inPlace)
      .map((operation) => [operation.id, operation.output]),
  )
  const written = new Set(journal.flatMap((line) => (line.event === 'written' ? [line.transactionId] : [])))
  for (const line of journal) {
    if (line.event === 'rolledBack') for (const id of line.ids) meetings.delete(bareId(id))
    for (const {id, writer, at} of metIn(line, written, runId)) {
      const base = outputs.get(id)
      if (base) meetings.set(id, {base, writer: writer ?? meetings.get(id)?.writer, at})
    }
  }
}

function metIn(
  line: JournalLine,
  written: ReadonlySet<string>,
  runId: string,
): {id: string; writer?: string; at: string}[] {
  if (line.event === 'settled') return line.ids.map((id) => ({id, at: line.at}))
  if (line.event !== 'write' || !written.has(line.transactionId)) return []
  return line.documents.map(({id}) => ({id: bareId(id), writer: runId, at: line.at}))
}

/**
 * A run leaves its name in what it writes. Times would not do there: a document is made after its run says
 * so, by another clock.
 */
function isTheOneMet({provenance, _createdAt}: StoredDocument, {writer, at}: Meeting): boolean {
  if (writer === undefined) return _createdAt <= at
  return isObject(provenance) && provenance['runId'] === writer
}

const isSame = (a: PlanTarget, b: PlanTarget): boolean =>
  a.projectId === b.projectId && a.dataset === b.dataset && a.kind === b.kind

function bareId(id: string): string {
  return id.replace(/^drafts\./, '')
}
