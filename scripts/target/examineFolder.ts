import {existsSync} from 'node:fs'
import {examine, type Examination, type Finding} from '../../lake/server.ts'
import {CommandError, messageOf} from '../command/errors.ts'
import {exitCodes, type ExitCode} from '../command/exitCodes.ts'

/**
 * Examines a data folder for a person and prints what was found.
 *
 * @throws CommandError when there is no folder, or a lake runs on it
 */
export async function examineFolder(dataDir: string, json: boolean): Promise<ExitCode> {
  if (!existsSync(dataDir)) throw new CommandError(`There is no data folder ${dataDir}.`)
  const examination = await examine(dataDir).catch((error: unknown) => {
    throw new CommandError(`The data folder could not be examined: ${messageOf(error)}`, undefined, {
      cause: error,
    })
  })
  process.stdout.write(json ? `${JSON.stringify(examination, null, 2)}\n` : `${textOf(examination)}\n`)
  return examination.findings.some(({level}) => level === 'error') ? exitCodes.failed : exitCodes.done
}

function textOf({datasets, documents, assetFiles, findings}: Examination): string {
  const errors = findings.filter(({level}) => level === 'error').length
  return [
    ...findings.map(lineOf),
    `${datasets} datasets, ${documents} documents, ${assetFiles} asset files: ${errors} errors, ${findings.length - errors} notices.`,
  ].join('\n')
}

const lineOf = ({level, kind, dataset, documentId, message}: Finding): string =>
  [level, kind, dataset, documentId, message].filter((part) => part !== undefined).join('  ')
