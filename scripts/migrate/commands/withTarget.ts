import {ClientError} from '@sanity/client'

import {CommandError} from '../../command/errors.ts'
import {exitCodes} from '../../command/exitCodes.ts'
import {resolveTarget, type Target} from '../../target/resolveTarget.ts'
import type {Plan, PlanTarget} from '../plan/model.ts'
import {DatasetUnreachableError} from '../run/patient.ts'

/** The way on for what writes nothing. */
export const PLAN_AGAIN = 'Nothing was written. When it answers again, plan again.'

/** The way on for what writes and can be cut short. */
export const goOnWith = (command: string): string =>
  `What was done until here is kept. When it answers again, go on with: ${command}`

/**
 * Works on the target.
 *
 * @param wayOn what to tell a person when the dataset goes away half way
 */
export async function withTarget<T>(wayOn: string, work: (target: Target) => Promise<T>): Promise<T> {
  const target = await resolveTarget()
  try {
    return await work(target)
  } catch (error) {
    if (error instanceof DatasetUnreachableError) {
      throw new CommandError(`${error.message} ${wayOn}`, exitCodes.failed, {cause: error})
    }
    if (!(error instanceof ClientError) || ![401, 403, 404].includes(error.statusCode)) throw error
    throw new CommandError(`${target.description}: ${error.message}`, exitCodes.failed, {cause: error})
  } finally {
    await target.close()
  }
}

export function planTargetOf({kind, projectId, dataset}: Target): PlanTarget {
  return {kind, projectId, dataset}
}

/**
 * A plan is carried out and taken back where it was made for.
 *
 * @throws CommandError
 */
export function refuseOtherTarget({target}: Plan, now: Target): void {
  const {kind, projectId, dataset} = planTargetOf(now)
  if (target.kind === kind && target.projectId === projectId && target.dataset === dataset) return
  throw new CommandError(
    `The plan is for dataset ${target.dataset} of project ${target.projectId} (${target.kind}), but the target is dataset ${dataset} of project ${projectId} (${kind}). Plan again on this target.`,
  )
}
