import {mkdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {UsageError} from '../../command/errors.ts'
import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {runCommand} from '../../command/runCommand.ts'
import {tellSteps} from '../../command/steps.ts'
import {checkArchive} from '../archive/checkArchive.ts'
import {writeChecksum} from '../archive/checksum.ts'
import {problemList} from '../archive/importArchive.ts'
import {openArchive} from '../archive/openArchive.ts'
import type {Problem} from '../archive/parseLines.ts'
import {writeArchive} from '../archive/writeArchive.ts'
import {openTargets} from '../target/openTargets.ts'

/** `npm run dataset -- backup` */
export const backupCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run dataset -- backup [DIR] [--json]
Writes the current target as it is at one moment, also while people are writing: DIR/<dataset>-<time>.tar.gz
with a checksum beside it, then reads it back. Default DIR: backups

  --json   {file, documents, assets, bytes, sha256, problems: [{place, message}]} on stdout

Exit code 1 when the backup holds something that can't be restored, such as a reference to nothing: it is
kept all the same. Tokens, origins, webhooks, history and the deployed schema are no part of it.`,
    options: {json: {type: 'boolean', default: false}},
    async main({values, positionals: [, folder = 'backups', ...more]}): Promise<ExitCode> {
      if (more.length > 0) throw new UsageError('backup takes one folder.')
      const targets = openTargets()
      try {
        const target = await targets.open()
        await mkdir(folder, {recursive: true})
        const file = join(folder, `${target.dataset}-${timeForName()}.tar.gz`)
        const everything = {drafts: true, assets: true, types: []}
        const written = await writeArchive(target, file, {...everything, onProgress: tellSteps()})
        const sha256 = await writeChecksum(file)
        const problems = await problemsIn(file)
        const backup = {...written, bytes: (await stat(file)).size, sha256, problems}
        process.stdout.write(
          values.json
            ? `${JSON.stringify(backup, null, 2)}\n`
            : `${file}: ${backup.documents} documents, ${backup.assets} assets, ${backup.bytes} bytes of ${target.description}.\n`,
        )
        if (problems.length === 0) return exitCodes.done
        process.stderr.write(`${problemList(problems)}\nThe backup is kept, but this can't be restored.\n`)
        return exitCodes.failed
      } finally {
        await targets.close()
      }
    },
  })

/** Sorts by time, and every system takes it in a file name. */
function timeForName(): string {
  return new Date().toISOString().replace(/[:.]/g, '-')
}

/** Reads a backup back: a dataset at one moment refers to nothing that is not in it. */
async function problemsIn(file: string): Promise<Problem[]> {
  const archive = await openArchive(file)
  try {
    const {problems, needs} = checkArchive(archive)
    return [
      ...problems,
      ...needs.map(({id, place}) => ({place, message: `refers to ${id}, which is not there`})),
    ]
  } finally {
    await archive.close()
  }
}
