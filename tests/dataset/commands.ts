import {expect} from 'vitest'

import {type Outcome, run} from '../commands/processes.ts'
import type {RunningLake} from '../lake/runningLake.ts'

/** `npm run dataset` on a dataset of a running lake. */
export function datasetCommands(lake: RunningLake) {
  const command = (dataset: string, ...args: string[]): Promise<Outcome> =>
    run('dataset', args, {
      LAKE_URL: lake.server.url,
      SANITY_AUTH_TOKEN: lake.server.token,
      SANITY_DATASET: dataset,
    })
  return {
    command,
    /** Runs a command that has to end with this code; gives what it printed as JSON. */
    json: async (code: number, dataset: string, ...args: string[]): Promise<unknown> => {
      const outcome = await command(dataset, ...args, '--json')
      expect({code: outcome.code, stderr: outcome.stderr}).toMatchObject({code})
      return JSON.parse(outcome.stdout)
    },
  }
}
