import type {Plan} from '../plan/model.ts'
import {createRun, listRuns, type Run} from './runFolder.ts'

/** The run of this plan that was cut short, to go on with; else a new one. */
export function openRun(runsFolder: string, plan: Plan, now: () => Date): Run {
  const unfinished = listRuns(runsFolder).findLast(
    ({plan: {planId}, journal}) =>
      planId === plan.planId && !journal.some((line) => line.event === 'end' || line.event === 'rolledBack'),
  )
  if (unfinished) return unfinished
  const moment = now()
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.(\d+)Z$/, '$1Z')
  return createRun(runsFolder, `${moment}-${plan.planId.slice(0, 8)}`, plan)
}
