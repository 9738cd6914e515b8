import {writeFile} from 'node:fs/promises'
import {resolve} from 'node:path'

import {CommandError, messageOf} from '../../command/errors.ts'
import {say} from '../../command/say.ts'
import type {Plan} from '../plan/model.ts'
import {planHtml} from '../report/planHtml.ts'
import {planText} from '../report/planText.ts'
import {commandLine, type RunOptions} from './runs.ts'

export interface ShowOptions extends RunOptions {
  out?: string | undefined
  report?: string | undefined
}

/** Prints a plan, and keeps it where that was asked for. */
export async function showPlan(made: Plan, {out, report, json, runs}: ShowOptions): Promise<void> {
  const text = `${JSON.stringify(made, null, 2)}\n`
  if (out) await keep(out, text)
  if (report) await keep(report, planHtml(made, new Date().toISOString()))
  process.stdout.write(json ? text : `${planText(made)}\n`)
  if (report) say(`To read in a browser: ${report}`)
  if (out) say(`Kept in ${out}. To do it: ${commandLine(['apply', out], runs)}`)
  else if (!json) say('Not kept: to apply it, plan again with --out FILE.')
}

async function keep(path: string, text: string): Promise<void> {
  await writeFile(resolve(path), text).catch(notKept(path))
}

/** Handles an error of the file system where a plan was to be kept: throws a CommandError. */
export function notKept(path: string): (error: unknown) => never {
  return (error) => {
    throw new CommandError(`The plan could not be kept in ${path}: ${messageOf(error)}`)
  }
}
