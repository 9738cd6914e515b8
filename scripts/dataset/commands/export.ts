import {existsSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'

import {CommandError, UsageError} from '../../command/errors.ts'
import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {runCommand} from '../../command/runCommand.ts'
import {tellSteps} from '../../command/steps.ts'
import {writeArchive} from '../archive/writeArchive.ts'
import {isProjectFormat, projectFormats, publicProjects} from '../publicProjects.ts'
import type {Target} from '../../target/resolveTarget.ts'
import {openTargets} from '../target/openTargets.ts'

/** `npm run dataset -- export` */
export const exportCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run dataset -- export [FILE] [--format iati|csv|json] [--overwrite] [--json]
npm run dataset -- export [FILE] [--no-drafts] [--types A,B] [--no-assets] [--overwrite] [--json]
Writes the current target as Sanity's own archive (tar.gz): documents, drafts, versions, releases,
images and files. Default FILE: <dataset>.tar.gz

  --format F    instead the published projects, as the site offers them: iati (activities 2.03), csv or
                json; default FILE: <dataset>-projects.<ending>
  --no-drafts   published documents only
  --types A,B   documents of these types only
  --no-assets   without images and files, and without the fields that show them
  --overwrite   also when FILE is there already
  --json        {file, documents, assets} on stdout`,
    options: {
      format: {type: 'string'},
      'no-drafts': {type: 'boolean', default: false},
      'no-assets': {type: 'boolean', default: false},
      types: {type: 'string', default: ''},
      overwrite: {type: 'boolean', default: false},
      json: {type: 'boolean', default: false},
    },
    async main({values, positionals: [, ...names]}) {
      if (names.length > 1) throw new UsageError('export takes one file.')
      const targets = openTargets()
      try {
        const target = await targets.open()
        if (values.format !== undefined) {
          return await exportProjects(target, names[0], {...values, format: values.format})
        }
        const file = names[0] ?? `${target.dataset}.tar.gz`
        refuseToOverwrite(file, values.overwrite)
        const written = await writeArchive(target, file, {
          drafts: !values['no-drafts'],
          assets: !values['no-assets'],
          types: values.types.split(',').filter(Boolean),
          onProgress: tellSteps(),
        })
        const {documents, assets} = written
        process.stdout.write(
          values.json
            ? `${JSON.stringify(written, null, 2)}\n`
            : `${file}: ${documents} documents, ${assets} assets of ${target.description}.\n`,
        )
        return exitCodes.done
      } finally {
        await targets.close()
      }
    },
  })

interface ProjectOptions {
  format: string
  overwrite: boolean
  json: boolean
}

async function exportProjects(
  {client, dataset, description}: Target,
  name: string | undefined,
  {format, overwrite, json}: ProjectOptions,
): Promise<ExitCode> {
  if (!isProjectFormat(format)) {
    throw new UsageError(`--format is one of ${Object.keys(projectFormats).join(', ')}, not '${format}'.`)
  }
  const file = name ?? `${dataset}-projects.${projectFormats[format]}`
  refuseToOverwrite(file, overwrite)
  const {text, projects, leftOut, incomplete} = await publicProjects(client, format)
  await writeFile(file, text)
  for (const {id, reason} of leftOut) process.stderr.write(`left out: ${id}: ${reason}\n`)
  for (const {id, reason} of incomplete) process.stderr.write(`incomplete: ${id}: ${reason}\n`)
  process.stdout.write(
    json
      ? `${JSON.stringify({file, projects, leftOut, incomplete}, null, 2)}\n`
      : `${file}: ${projects} published projects of ${description}.\n`,
  )
  return exitCodes.done
}

function refuseToOverwrite(file: string, overwrite: boolean): void {
  if (existsSync(file) && !overwrite) {
    throw new CommandError(`${file} is there already: choose another name, or add --overwrite.`)
  }
}
