import {createInterface} from 'node:readline/promises'

import {CommandError} from './errors.ts'
import {exitCodes} from './exitCodes.ts'

/**
 * Asks a person before something that can't be undone; `yes` on the command line is the answer already.
 *
 * @throws CommandError with exit code 3 unless the answer is yes, or when there is nobody to ask
 */
export async function confirm(question: string, yes: boolean): Promise<void> {
  if (yes) return
  if (!process.stdin.isTTY) {
    throw new CommandError(`${question}\nThere is nobody to ask here: say it with --yes.`, exitCodes.refused)
  }
  const prompt = createInterface({input: process.stdin, output: process.stderr})
  try {
    const answer = await prompt.question(`${question} [yes/no] `)
    if (!/^y(es)?$/i.test(answer.trim())) {
      throw new CommandError('Nothing was written.', exitCodes.refused)
    }
  } finally {
    prompt.close()
  }
}
