import {confirm} from '../../command/confirm.ts'
import {CommandError, UsageError} from '../../command/errors.ts'
import {runCommand} from '../../command/runCommand.ts'
import {tellSteps} from '../../command/steps.ts'
import {assetsById} from '../archive/assetsById.ts'
import {verifyChecksum} from '../archive/checksum.ts'
import {importArchive, refuseBadArchive} from '../archive/importArchive.ts'
import {type Archive, openArchive} from '../archive/openArchive.ts'
import {allIds, deleteDocuments} from '../target/deleteDocuments.ts'
import {openTargets} from '../target/openTargets.ts'

/** `npm run dataset -- restore` */
export const restoreCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run dataset -- restore FILE [--replace] [--yes] [--unverified] [--json]
Brings a backup back into the current target: first the checksum and every line are checked.

  --replace      also into a dataset that holds documents: those of the backup take their place, and
                 what the backup does not have is deleted. You are asked first
  --yes          the answer to that question
  --unverified   also without a checksum beside the file
  --json         {documents, assets, deleted, target} on stdout`,
    options: {
      replace: {type: 'boolean', default: false},
      yes: {type: 'boolean', default: false},
      unverified: {type: 'boolean', default: false},
      json: {type: 'boolean', default: false},
    },
    async main({values, positionals: [, file, ...more]}) {
      if (file === undefined || more.length > 0) throw new UsageError('restore takes one backup.')
      if (!values.unverified) await verifyChecksum(file)
      const archive = await openArchive(file)
      const targets = openTargets()
      try {
        const target = await targets.open()
        const present = await allIds(target)
        const kept = idsIn(archive)
        const extra = present.filter((id) => !kept.has(id))
        if (present.length > 0 && !values.replace) {
          throw new CommandError(
            `${target.description} holds ${present.length} documents. Restore into an empty one, or add --replace.`,
          )
        }
        await refuseBadArchive(archive, target, 'createOrReplace')
        if (present.length > 0) {
          const question =
            `In ${target.description}, ${present.length - extra.length} documents become those of the backup ` +
            `and ${extra.length} that it does not have are deleted. Go on?`
          await confirm(question, values.yes)
        }
        const documents = await importArchive(archive, target, 'createOrReplace', tellSteps())
        await deleteDocuments(target, extra)
        const restored = {
          documents,
          assets: archive.assets.length,
          deleted: extra.length,
          target: target.description,
        }
        process.stdout.write(
          values.json
            ? `${JSON.stringify(restored, null, 2)}\n`
            : `${documents} documents and ${restored.assets} assets restored, ${extra.length} documents deleted in ${target.description}.\n`,
        )
      } finally {
        await archive.close()
        await targets.close()
      }
    },
  })

function idsIn(archive: Archive): Set<string> {
  return new Set([...archive.read.flatMap(({document}) => document._id ?? []), ...assetsById(archive).keys()])
}
