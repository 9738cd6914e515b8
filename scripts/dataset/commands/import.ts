import {UsageError} from '../../command/errors.ts'
import {runCommand} from '../../command/runCommand.ts'
import {tellSteps} from '../../command/steps.ts'
import {importArchive, type Operation, refuseBadArchive} from '../archive/importArchive.ts'
import {openArchive} from '../archive/openArchive.ts'
import {openTargets} from '../target/openTargets.ts'

/** `npm run dataset -- import` */
export const importCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run dataset -- import FILE [--replace | --missing] [--json]
Brings documents and assets into the current target. FILE is an archive of 'export' (tar.gz), a folder
with NDJSON files and images/ and files/, or one NDJSON file with a document on each line.

Everything is read and checked first: lines, ids, assets, references. If anything is wrong, you are told
the file and line, and nothing is written.

  --replace   documents that are there already become those of the file
  --missing   documents that are there already stay as they are
  --json      {documents, assets, target} on stdout

Without either, a document that is there already is an error.`,
    options: {
      replace: {type: 'boolean', default: false},
      missing: {type: 'boolean', default: false},
      json: {type: 'boolean', default: false},
    },
    async main({values, positionals: [, file, ...more]}) {
      if (file === undefined || more.length > 0) throw new UsageError('import takes one file or folder.')
      const operation = operationOf(values)
      const archive = await openArchive(file)
      const targets = openTargets()
      try {
        const target = await targets.open()
        await refuseBadArchive(archive, target, operation)
        const documents = await importArchive(archive, target, operation, tellSteps())
        const assets = archive.assets.length
        process.stdout.write(
          values.json
            ? `${JSON.stringify({documents, assets, target: target.description}, null, 2)}\n`
            : `${documents} documents and ${assets} assets of ${file} are in ${target.description}.\n`,
        )
      } finally {
        await archive.close()
        await targets.close()
      }
    },
  })

function operationOf({replace, missing}: {replace: boolean; missing: boolean}): Operation {
  if (replace && missing) throw new UsageError('Choose --replace or --missing, not both.')
  if (replace) return 'createOrReplace'
  return missing ? 'createIfNotExists' : 'create'
}
