import {confirm} from '../../command/confirm.ts'
import {CommandError, UsageError} from '../../command/errors.ts'
import {runCommand} from '../../command/runCommand.ts'
import {tellSteps} from '../../command/steps.ts'
import {problemList} from '../archive/importArchive.ts'
import {countText, differenceText} from '../compare/differenceText.ts'
import {readSource, type Source} from '../source.ts'
import {applySync} from '../sync/applySync.ts'
import {planSync, type SyncPlan} from '../sync/planSync.ts'
import {exportedDocuments} from '../target/exportedDocuments.ts'
import {isTargetName, openTargets} from '../target/openTargets.ts'

/** `npm run dataset -- sync` */
export const syncCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run dataset -- sync --from A --to B [--apply] [--prune] [--drafts] [--types A,B] [--yes] [--json]
Makes B say what A says: shows what would change, and with --apply does it. B is a target: lake, hosted, or
one of its datasets, such as lake:staging. A is a target too, or an archive, a folder, NDJSON.

  --apply       do it: first the images and files that the documents show, then the documents
  --prune       also delete the published documents that only B has. With --apply you are asked first
  --drafts      drafts too; without, published documents only
  --types A,B   documents of these types only; those of sanity.* and system.* must be named like this
  --yes         the answer to the question
  --json        {applied, from, to, differences, assets, left} on stdout

Versions and releases stay where they are; import and restore bring them. A document that someone changes in
B meanwhile is not overwritten: the transaction is refused, and you run it again.`,
    options: {
      from: {type: 'string'},
      to: {type: 'string'},
      apply: {type: 'boolean', default: false},
      prune: {type: 'boolean', default: false},
      drafts: {type: 'boolean', default: false},
      types: {type: 'string', default: ''},
      yes: {type: 'boolean', default: false},
      json: {type: 'boolean', default: false},
    },
    async main({values, positionals}) {
      const {from, to, prune, drafts} = values
      if (!from || !to || positionals.length > 1) throw new UsageError('sync takes --from A and --to B.')
      if (!isTargetName(to)) throw new UsageError(`--to must be a target, lake or hosted, not '${to}'.`)
      const types = values.types.split(',').filter(Boolean)
      const targets = openTargets()
      let source: Source | undefined
      try {
        source = await readSource(from, targets)
        const target = await targets.open(to)
        const plan = planSync(
          source.documents,
          await exportedDocuments(target),
          new Set(source.assets.keys()),
          {
            selection: {drafts, versions: false, types},
            prune,
          },
        )
        const show = values.json ? process.stderr : process.stdout
        show.write(planText(plan))
        refuse(plan, source, prune)
        if (values.apply) {
          await confirmDeletions(plan, target.description, values.yes)
          await applySync(plan, source, target, tellSteps())
        }
        const {differences, assets, left} = plan
        const outcome = {applied: values.apply, from: source.description, to: target.description}
        if (values.json) {
          process.stdout.write(`${JSON.stringify({...outcome, differences, assets, left}, null, 2)}\n`)
        }
        process.stderr.write(summary(plan, target.description, values.apply))
      } finally {
        await source?.close()
        await targets.close()
      }
    },
  })

function planText({differences, assets}: SyncPlan): string {
  const lines = [differenceText(differences), ...assets.map((id) => `+ asset  ${id}`)].filter(Boolean)
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

function refuse({problems}: SyncPlan, source: Source, prune: boolean): void {
  if (problems.length > 0) throw new CommandError(`${problemList(problems)}\nNothing was written.`)
  if (prune && source.documents.length === 0) {
    throw new CommandError(
      `${source.description} is empty: --prune would delete everything. Nothing was written.`,
    )
  }
}

async function confirmDeletions({deletions}: SyncPlan, where: string, yes: boolean): Promise<void> {
  if (deletions.length === 0) return
  await confirm(`${deletions.length} documents will be deleted in ${where}. Go on?`, yes)
}

function summary({differences, left}: SyncPlan, where: string, applied: boolean): string {
  const rest = left > 0 ? ` ${left} documents are only there and stay (--prune deletes them).` : ''
  const dry = applied || differences.length === 0 ? '' : ' Nothing was written: add --apply.'
  return `In ${where}: ${countText(differences)}.${rest}${dry}\n`
}
