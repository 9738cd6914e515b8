import {CommandError, messageOf, UsageError} from './command/errors.ts'
import {exitCodes, type ExitCode} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {table} from './command/table.ts'
import {contentDocuments} from './publishing/contentDocuments.ts'
import {findingsTable} from './publishing/findings.ts'
import {
  type ContentDocument,
  planPublication,
  publishActions,
  type Publication,
} from '../schemas/rules/publication.ts'
import {resolveTarget, type Target} from './target/resolveTarget.ts'

await runCommand({
  help: `
npm run publish -- ID… | --type T | --all [--apply] [--json]
Publishes drafts that pass the structure and the rules. Without --apply it only shows what it would do.

  ID…        these documents, with or without 'drafts.'
  --type T   every draft of this type
  --all      every draft
  --apply    do it
  --json     {published, refused: [{id, errors}], warnings} as JSON on stdout

Exit code 1 when a draft was refused; the others are published all the same.`,
  options: {
    all: {type: 'boolean', default: false},
    type: {type: 'string'},
    apply: {type: 'boolean', default: false},
    json: {type: 'boolean', default: false},
  },
  async main({values, positionals}): Promise<ExitCode> {
    const isSelected = selection(positionals, values)
    const target = await resolveTarget()
    try {
      const documents = await contentDocuments(target.client)
      refuseUnknown(positionals, documents, target)
      const publication = await planPublication(documents, isSelected)
      if (values.apply) await publish(publication, target)
      process.stdout.write(values.json ? asJson(publication) : asText(publication, values.apply))
      return publication.refused.length > 0 ? exitCodes.failed : exitCodes.done
    } finally {
      await target.close()
    }
  },
})

function withoutPrefix(id: string): string {
  return id.replace(/^drafts\./, '')
}

function selection(
  ids: string[],
  {all, type}: {all: boolean; type?: string | undefined},
): (draft: ContentDocument) => boolean {
  if (Number(ids.length > 0) + Number(all) + Number(type !== undefined) !== 1) {
    throw new UsageError('Say what to publish: ids, --type T or --all, and only one of these.')
  }
  if (all) return () => true
  if (type !== undefined) return ({_type}) => _type === type
  const wanted = new Set(ids.map(withoutPrefix))
  return ({_id}) => wanted.has(withoutPrefix(_id))
}

function refuseUnknown(ids: string[], documents: ContentDocument[], target: Target): void {
  const drafts = new Set(documents.map(({_id}) => _id).filter((id) => id.startsWith('drafts.')))
  const missing = ids.filter((id) => !drafts.has(`drafts.${withoutPrefix(id)}`))
  if (missing.length > 0) {
    throw new CommandError(
      `There is no draft of ${missing.join(', ')} in ${target.description}. Nothing was published.`,
    )
  }
}

async function publish({publish: drafts}: Publication, target: Target): Promise<void> {
  if (drafts.length === 0) return
  try {
    await target.client.action(publishActions(drafts))
  } catch (error) {
    throw new CommandError(
      `Nothing was published, since the drafts changed or the lake refused: ${messageOf(error)}\nRun the command again to judge them anew.`,
    )
  }
}

function asJson({publish: drafts, refused, warnings}: Publication): string {
  const answer = {
    published: drafts.map(({_id}) => withoutPrefix(_id)),
    refused: refused.map(({draft, errors}) => ({id: withoutPrefix(draft._id), errors})),
    warnings,
  }
  return `${JSON.stringify(answer, null, 2)}\n`
}

function asText({publish: drafts, refused, warnings}: Publication, applied: boolean): string {
  const parts: string[] = []
  if (drafts.length > 0) {
    const rows = drafts.map(({_id, _type}) => [
      withoutPrefix(_id),
      _type,
      applied ? 'published' : 'would be published',
    ])
    parts.push(table(['document', 'type', 'outcome'], rows))
  }
  if (warnings.length > 0) parts.push(`Warnings:\n${findingsTable(warnings)}`)
  if (refused.length > 0) parts.push(`Refused:\n${findingsTable(refused.flatMap(({errors}) => errors))}`)
  const summary = `${drafts.length} ${applied ? 'published' : 'would be published'}, ${refused.length} refused.`
  parts.push(
    applied || drafts.length === 0 ? summary : `${summary} Nothing was written: add --apply to publish.`,
  )
  return `${parts.join('\n\n')}\n`
}
