import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {statusText} from '../report/runText.ts'
import {listRuns} from '../run/runFolder.ts'
import type {RunOptions} from './runs.ts'

/** `npm run migrate -- status` */
export function statusCommand({json, runs}: RunOptions): ExitCode {
  process.stdout.write(`${statusText(listRuns(runs), json)}\n`)
  return exitCodes.done
}
