import {UsageError} from '../../command/errors.ts'
import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {rollbackText} from '../report/runText.ts'
import {migrationDataset} from '../run/dataset.ts'
import {patient} from '../run/patient.ts'
import {rollBack} from '../run/rollback.ts'
import {listRuns} from '../run/runFolder.ts'
import {commandLine, type RunOptions} from './runs.ts'
import {goOnWith, refuseOtherTarget, withTarget} from './withTarget.ts'

/** `npm run migrate -- rollback RUN` */
export async function rollbackCommand(runId: string, {json, runs}: RunOptions): Promise<ExitCode> {
  const run = listRuns(runs).find((one) => one.runId === runId)
  if (!run) throw new UsageError(`There is no run ${runId}. '${commandLine(['status'], runs)}' lists them.`)
  return withTarget(goOnWith(commandLine(['rollback', runId], runs)), async (target) => {
    refuseOtherTarget(run.plan, target)
    const outcome = await rollBack(run, patient(migrationDataset(target.client)), () => new Date())
    process.stdout.write(
      json ? `${JSON.stringify({runId, ...outcome}, null, 2)}\n` : `${rollbackText(runId, outcome)}\n`,
    )
    return exitCodes.done
  })
}
