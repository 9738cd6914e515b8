import {existsSync} from 'node:fs'

import {CommandError, UsageError} from '../../command/errors.ts'
import {runCommand} from '../../command/runCommand.ts'
import {tellSteps} from '../../command/steps.ts'
import {writeArchive} from '../archive/writeArchive.ts'
import {openTargets} from '../target/openTargets.ts'

/** `npm run dataset -- export` */
export const exportCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run dataset -- export [FILE] [--no-drafts] [--types A,B] [--no-assets] [--overwrite] [--json]
Writes the current target as Sanity's own archive (tar.gz): documents, drafts, versions, releases,
images and files. Default FILE: <dataset>.tar.gz

  --no-drafts   published documents only
  --types A,B   documents of these types only
  --no-assets   without images and files, and without the fields that show them
  --overwrite   also when FILE is there already
  --json        {file, documents, assets} on stdout`,
    options: {
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
        const file = names[0] ?? `${target.dataset}.tar.gz`
        if (existsSync(file) && !values.overwrite) {
          throw new CommandError(`${file} is there already: choose another name, or add --overwrite.`)
        }
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
      } finally {
        await targets.close()
      }
    },
  })
