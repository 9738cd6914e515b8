import {readFile} from 'node:fs/promises'

import {CommandError} from '../../command/errors.ts'
import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {keptAsset} from '../plan/assetFiles.ts'
import {PlanFileError, readPlanFile} from '../plan/planFile.ts'
import {tellProgress} from '../report/progress.ts'
import {applyText} from '../report/runText.ts'
import {applyPlan} from '../run/apply.ts'
import {migrationDataset} from '../run/dataset.ts'
import {openRun} from '../run/openRun.ts'
import {patient} from '../run/patient.ts'
import {commandLine, type RunOptions} from './runs.ts'
import {goOnWith, refuseOtherTarget, withTarget} from './withTarget.ts'

/** `npm run migrate -- apply PLAN` */
export async function applyCommand(file: string, {json, runs}: RunOptions): Promise<ExitCode> {
  const made = await readPlanFile(file, () => readFile(file, 'utf8')).catch((error: unknown) => {
    throw error instanceof PlanFileError ? new CommandError(error.message) : error
  })
  return withTarget(goOnWith(commandLine(['apply', file], runs)), async (target) => {
    refuseOtherTarget(made, target)
    const run = openRun(runs, made, () => new Date())
    const outcome = await applyPlan(made, {
      dataset: patient(migrationDataset(target.client)),
      run,
      now: () => new Date(),
      bytesOf: (asset) => keptAsset(file, asset),
      onProgress: tellProgress(process.stderr),
    })
    const takeBack = commandLine(['rollback', run.runId], runs)
    process.stdout.write(
      json
        ? `${JSON.stringify({runId: run.runId, ...outcome}, null, 2)}\n`
        : `${applyText(run.runId, outcome, takeBack)}\n`,
    )
    return outcome.refused.length > 0 ? exitCodes.failed : exitCodes.done
  })
}
