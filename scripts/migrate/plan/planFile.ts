import {z} from 'zod'

import type {Plan} from './model.ts'
import {planIdOf} from './planId.ts'

/** A file that is not a plan, or no longer the plan that was made. */
export class PlanFileError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PlanFileError'
  }
}

/** Only the outline: the hash vouches for the rest. */
const outline = z.looseObject({
  planId: z.string(),
  target: z.looseObject({kind: z.string(), projectId: z.string(), dataset: z.string()}),
  operations: z.array(z.looseObject({op: z.string(), id: z.string()})),
  rejected: z.array(z.unknown()),
})

/**
 * Reads a plan that `plan --out` kept.
 *
 * @throws PlanFileError when it cannot be read, is not a plan, or was changed since it was made
 */
export async function readPlanFile(name: string, read: () => Promise<string>): Promise<Plan> {
  const value = await parsed(name, read)
  if (!outline.safeParse(value).success) {
    throw new PlanFileError(
      `${name} is not a plan: make one with 'npm run migrate -- plan PATH… --out ${name}'.`,
    )
  }
  const plan = value as Plan
  const {planId, ...body} = plan
  if (planIdOf(body) !== planId) {
    throw new PlanFileError(
      `${name} was changed after it was made, so nobody has seen what it says now. Plan again.`,
    )
  }
  return plan
}

async function parsed(name: string, read: () => Promise<string>): Promise<unknown> {
  try {
    return JSON.parse(await read())
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new PlanFileError(
        `There is no plan file ${name}: make one with 'npm run migrate -- plan PATH… --out ${name}'.`,
        {cause: error},
      )
    }
    const reason =
      error instanceof SyntaxError ? 'it is not JSON' : error instanceof Error ? error.message : String(error)
    throw new PlanFileError(`${name} cannot be read as a plan: ${reason}.`, {cause: error})
  }
}
