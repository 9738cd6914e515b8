import {UsageError} from './command/errors.ts'
import type {ExitCode} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import type {PlanOptions} from './migrate/commands/plan.ts'
import {defaultRunsFolder} from './migrate/commands/runs.ts'
import type {ShowOptions} from './migrate/commands/showPlan.ts'
import type {Take} from './migrate/plan/operation.ts'
import {schemaMigrations} from './migrate/schema/index.ts'

// Each subcommand is loaded only when it is asked for, and its command line makes sense.
await runCommand({
  help: `
npm run migrate -- plan PATH… [--out FILE] [--report FILE] [--pairs FILE] [--json] [--strict]
                                [--take source|dataset]
npm run migrate -- plan --schema NAME [--out FILE] [--report FILE] [--json]
npm run migrate -- apply PLAN [--json]
npm run migrate -- rollback RUN [--json]
npm run migrate -- status [--json]
Brings pages of the old website and office documents in, as drafts. Reads by content, whatever the names:
HTML pages, exports of Drupal (HTML, XML, JSON), pages saved as text (address on the first line), Markdown,
Word (.docx), PDF with text, lists in .xlsx, .xls, .ods or with a delimiter (.csv, .tsv), IATI activities 2.0x.

  plan      reads files and folders, shows what would change with the source of every value; writes nothing
            to the dataset. Keep the plan with --out FILE
  apply     writes what a plan says, and nothing else. Killed half way? Run it again: it goes on
  rollback  takes a run back; what was edited or published since is left and listed
  status    lists the runs

  --out FILE   keeps the plan for apply
  --report FILE  writes the plan as a page to read and to print: each field before and after, warnings,
               sources, and an account of every piece of text
  --pairs FILE  which pages are one in Dutch and English: suggestions are added to the file, and those that a
               person set to "confirmed": true become one document
  --schema NAME  moves content that is there already after a change of the schema, published documents as
               published: ${Object.keys(schemaMigrations).join(', ')}
  --json       the plan or outcome as JSON on stdout
  --strict     exit code 1 when a file could not be taken over
  --runs DIR   where the runs and their journals are kept (default migrate-runs)
  --take SIDE  where source and dataset conflict: whose value stands. Without it nothing is overwritten

Exit codes: 0 done · 1 failed, or documents were refused · 2 wrong usage · 130 interrupted`,
  options: {
    out: {type: 'string'},
    report: {type: 'string'},
    pairs: {type: 'string'},
    json: {type: 'boolean', default: false},
    strict: {type: 'boolean', default: false},
    take: {type: 'string'},
    schema: {type: 'string'},
    runs: {type: 'string', default: defaultRunsFolder},
  },
  async main({values, positionals}) {
    const [command, ...paths] = positionals
    switch (command) {
      case 'plan':
        return values.schema === undefined
          ? plan(paths, {...values, take: takeOf(values.take)})
          : planSchema(values.schema, paths, values)
      case 'apply': {
        const file = only(paths, 'plan file')
        return (await import('./migrate/commands/apply.ts')).applyCommand(file, values)
      }
      case 'rollback': {
        const runId = only(paths, 'run')
        return (await import('./migrate/commands/rollback.ts')).rollbackCommand(runId, values)
      }
      case 'status':
        return (await import('./migrate/commands/status.ts')).statusCommand(values)
      default:
        throw new UsageError(command ? `migrate has no '${command}'.` : 'plan, apply, rollback or status?')
    }
  },
})

async function plan(paths: readonly string[], options: PlanOptions): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('Which files or folders?')
  return (await import('./migrate/commands/plan.ts')).planCommand(paths, options)
}

async function planSchema(name: string, paths: readonly string[], options: ShowOptions): Promise<ExitCode> {
  if (paths.length > 0) throw new UsageError('--schema moves what is in the dataset: it takes no files.')
  const load = Object.hasOwn(schemaMigrations, name) ? schemaMigrations[name] : undefined
  if (!load) {
    throw new UsageError(
      `There is no schema migration '${name}'. There are: ${Object.keys(schemaMigrations).join(', ')}.`,
    )
  }
  const {planSchemaCommand} = await import('./migrate/commands/planSchema.ts')
  return planSchemaCommand(name, await load(), options)
}

function takeOf(text: string | undefined): Take | undefined {
  if (text === undefined || text === 'source' || text === 'dataset') return text
  throw new UsageError(`--take is source or dataset, not '${text}'.`)
}

function only(paths: string[], what: string): string {
  const [path, ...others] = paths
  if (path === undefined) throw new UsageError(`Which ${what}?`)
  if (others.length > 0) throw new UsageError(`One ${what} at a time, not '${others[0]}' too.`)
  return path
}
