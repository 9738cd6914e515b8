import {UsageError} from '../../command/errors.ts'
import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {runCommand} from '../../command/runCommand.ts'
import {compareDocuments} from '../compare/compareDocuments.ts'
import {select} from '../compare/content.ts'
import {countText, differenceText} from '../compare/differenceText.ts'
import {readSource} from '../source.ts'
import {openTargets} from '../target/openTargets.ts'

/** `npm run dataset -- diff` */
export const diffCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run dataset -- diff A [B] [--no-drafts] [--types A,B] [--json]
What leads from A to B, by document and field: + only in B, - only in A, ~ says something else in B.
A and B: an archive (tar.gz), an NDJSON file, a folder such as content/, or a target: lake, hosted, or one of
its datasets, such as lake:staging. Without B: the current target.

  --no-drafts   published documents only, without drafts and versions
  --types A,B   documents of these types only
  --json        [{op: added|removed|changed, id, type, fields?: [{path, before?, after?}]}] on stdout

Not compared: when a document was written, the service's own documents (such as releases), and documents
of assets; which image a field shows is compared. Exit code 0 equal, 1 different.`,
    options: {
      'no-drafts': {type: 'boolean', default: false},
      types: {type: 'string', default: ''},
      json: {type: 'boolean', default: false},
    },
    async main({values, positionals: [, a, b, ...more]}): Promise<ExitCode> {
      if (a === undefined || more.length > 0)
        throw new UsageError('diff takes one or two of what it compares.')
      const drafts = !values['no-drafts']
      const selection = {drafts, versions: drafts, types: values.types.split(',').filter(Boolean)}
      const targets = openTargets()
      try {
        const before = await readSource(a, targets)
        const after = await readSource(b, targets)
        const differences = compareDocuments(
          select(before.documents, selection),
          select(after.documents, selection),
        )
        await before.close()
        await after.close()
        if (values.json) process.stdout.write(`${JSON.stringify(differences, null, 2)}\n`)
        else if (differences.length > 0) process.stdout.write(`${differenceText(differences)}\n`)
        process.stderr.write(
          `From ${before.description} to ${after.description}: ${countText(differences)}.\n`,
        )
        return differences.length > 0 ? exitCodes.failed : exitCodes.done
      } finally {
        await targets.close()
      }
    },
  })
