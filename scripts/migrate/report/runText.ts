import type {ApplyOutcome} from '../run/apply.ts'
import type {RollbackOutcome} from '../run/rollback.ts'
import type {Run} from '../run/runFolder.ts'

/**
 * What `apply` did, as a person reads it.
 *
 * @param takeBack the command that takes the run back
 */
export function applyText(
  runId: string,
  {written, already, refused, conflicts}: ApplyOutcome,
  takeBack: string,
): string {
  return [
    `Run ${runId}: ${written.length} drafts written, ${already.length} were there already, ${refused.length} refused, ${conflicts.length} left in conflict.`,
    ...refused.map(({id, reason}) => `  refused  ${id}: ${reason}`),
    ...conflicts.map((id) => `  conflict ${id}: plan again with --take source or --take dataset.`),
    written.length > 0 ? `Take it back with: ${takeBack}` : 'Nothing to take back.',
  ].join('\n')
}

/** What `rollback` did, as a person reads it. */
export function rollbackText(runId: string, {deleted, restored, images, kept}: RollbackOutcome): string {
  return [
    `Run ${runId}: ${deleted.length} drafts deleted, ${restored.length} restored, ${kept.length} left.`,
    ...(images.length > 0 ? [`  ${images.length} images deleted that the run had uploaded.`] : []),
    ...kept.map(({id, reason}) => `  left  ${id}: ${reason}`),
  ].join('\n')
}

interface RunStatus {
  runId: string
  planId: string
  dataset: string
  state: 'done' | 'cut short' | 'rolled back'
  written: number
  refused: number
}

/** The runs, the oldest first. */
export function statusText(runs: readonly Run[], json: boolean): string {
  const list = runs.map(statusOf)
  if (json) return JSON.stringify(list, null, 2)
  if (list.length === 0) return 'Nothing was applied from here yet.'
  const lines = list.map(
    ({runId, state, dataset, written, refused}) =>
      `${runId}  ${state.padEnd(11)}  ${dataset}  ${written} written, ${refused} refused`,
  )
  const cutShort = list.some(({state}) => state === 'cut short')
  return [...lines, ...(cutShort ? ['What was cut short goes on when you apply its plan again.'] : [])].join(
    '\n',
  )
}

function statusOf({runId, plan, journal}: Run): RunStatus {
  const ended = journal.some((line) => line.event === 'end')
  const transactions = new Set(
    journal.flatMap((line) => (line.event === 'written' ? [line.transactionId] : [])),
  )
  return {
    runId,
    planId: plan.planId,
    dataset: `${plan.target.projectId}/${plan.target.dataset}`,
    state: journal.some((line) => line.event === 'rolledBack') ? 'rolled back' : ended ? 'done' : 'cut short',
    written: journal
      .filter((line) => line.event === 'write')
      .filter((line) => transactions.has(line.transactionId))
      .reduce((total, line) => total + line.documents.length, 0),
    refused: journal.filter((line) => line.event === 'refused').length,
  }
}
