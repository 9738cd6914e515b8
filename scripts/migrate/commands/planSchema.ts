import type {Migration} from '@sanity/migrate'

import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {migrationDataset} from '../run/dataset.ts'
import {patient} from '../run/patient.ts'
import {planSchemaMigration} from '../schema/planSchemaMigration.ts'
import {showPlan, type ShowOptions} from './showPlan.ts'
import {PLAN_AGAIN, planTargetOf, withTarget} from './withTarget.ts'

/** `npm run migrate -- plan --schema NAME` */
export async function planSchemaCommand(
  name: string,
  migration: Migration,
  options: ShowOptions,
): Promise<ExitCode> {
  const made = await withTarget(PLAN_AGAIN, async (target) => {
    const {client} = target
    const stored = await patient(migrationDataset(client)).everything()
    return planSchemaMigration({name, migration, target: planTargetOf(target), stored, client})
  })
  await showPlan(made, options)
  return exitCodes.done
}
