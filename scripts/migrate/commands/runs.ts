import {join} from 'node:path'

import {projectRoot} from '../../target/environment.ts'
import {migrateCommandLine} from '../report/commandLine.ts'

/** Where the runs are kept unless `--runs` says otherwise. */
export const defaultRunsFolder = join(projectRoot, 'migrate-runs')

/** A command of the migration for a person to copy. */
export const commandLine = migrateCommandLine(defaultRunsFolder)

/** What every subcommand takes. */
export interface RunOptions {
  json: boolean
  /** The folder of the runs. */
  runs: string
}
