import {readFile, writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'

import {ClientError} from '@sanity/client'

import {CommandError, messageOf, UsageError} from './command/errors.ts'
import {exitCodes, type ExitCode} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {say} from './command/say.ts'
import type {Pair} from './migrate/link/pairs.ts'
import {addSuggestions, PairsFileError, readPairs} from './migrate/link/pairsFile.ts'
import {PathMissingError} from './migrate/read/inventory.ts'
import {readFiles} from './migrate/read/readFiles.ts'
import {keptAsset, openAssetFolder} from './migrate/plan/assetFiles.ts'
import {buildPlan} from './migrate/plan/buildPlan.ts'
import type {Plan, PlanTarget} from './migrate/plan/model.ts'
import type {Take} from './migrate/plan/operation.ts'
import {PlanFileError, readPlanFile} from './migrate/plan/planFile.ts'
import {migrateCommandLine} from './migrate/report/commandLine.ts'
import {planHtml} from './migrate/report/planHtml.ts'
import {planText} from './migrate/report/planText.ts'
import {tellProgress} from './migrate/report/progress.ts'
import {applyText, rollbackText, statusText} from './migrate/report/runText.ts'
import {applyPlan} from './migrate/run/apply.ts'
import {basesOf} from './migrate/run/bases.ts'
import {migrationDataset} from './migrate/run/dataset.ts'
import {DatasetUnreachableError, patient} from './migrate/run/patient.ts'
import {rollBack} from './migrate/run/rollback.ts'
import {listRuns} from './migrate/run/runFolder.ts'
import {openRun} from './migrate/run/openRun.ts'
import {schemaMigrations} from './migrate/schema/index.ts'
import {planSchemaMigration} from './migrate/schema/planSchemaMigration.ts'
import {projectRoot} from './target/environment.ts'
import {resolveTarget, type Target} from './target/resolveTarget.ts'

const defaultRunsFolder = join(projectRoot, 'migrate-runs')
const commandLine = migrateCommandLine(defaultRunsFolder)
const PLAN_AGAIN = 'Nothing was written. When it answers again, plan again.'

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
      case 'apply':
        return apply(only(paths, 'plan file'), values)
      case 'rollback':
        return rollback(only(paths, 'run'), values)
      case 'status':
        return status(values)
      default:
        throw new UsageError(command ? `migrate has no '${command}'.` : 'plan, apply, rollback or status?')
    }
  },
})

interface RunOptions {
  json: boolean
  /** The folder of the runs. */
  runs: string
}

interface PlanOptions extends ShowOptions {
  strict: boolean
  take: Take | undefined
  pairs?: string | undefined
}

async function plan(
  paths: string[],
  {strict, take, runs, pairs: pairsFile, ...options}: PlanOptions,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('Which files or folders?')
  const pairs = pairsFile ? await pairsIn(pairsFile) : []
  const assets = options.out ? await openAssetFolder(options.out).catch(notKept(options.out)) : undefined
  try {
    const read = await readFiles(paths, {
      onFile: (file) => say(`reading ${file}`),
      ...(assets && {onPicture: (picture) => assets.keep(picture)}),
    }).catch((error: unknown) => {
      throw error instanceof PathMissingError ? new UsageError(error.message) : error
    })
    const made = await withTarget(PLAN_AGAIN, async (target) => {
      const dataset = patient(migrationDataset(target.client))
      const stored = await dataset.all()
      const planTarget = planTargetOf(target)
      return buildPlan({
        ...read,
        pairs,
        images: await dataset.images(),
        target: planTarget,
        stored,
        bases: basesOf(listRuns(runs), planTarget, stored),
        ...(take ? {take} : {}),
      })
    })
    await assets?.settle(made.assets)
    await show(made, {...options, runs})
    if (pairsFile) {
      const added = await addSuggestions(pairsFile, pairs, made.pairs)
      say(`${added} new pairs of pages suggested in ${pairsFile}. Confirm them there and plan again.`)
    }
    return strict && made.rejected.length > 0 ? exitCodes.failed : exitCodes.done
  } finally {
    assets?.close()
  }
}

async function pairsIn(path: string): Promise<Pair[]> {
  return readPairs(path).catch((error: unknown) => {
    throw error instanceof PairsFileError ? new UsageError(error.message) : error
  })
}

async function planSchema(name: string, paths: string[], options: ShowOptions): Promise<ExitCode> {
  if (paths.length > 0) throw new UsageError('--schema moves what is in the dataset: it takes no files.')
  const migration = Object.hasOwn(schemaMigrations, name) ? schemaMigrations[name] : undefined
  if (!migration) {
    throw new UsageError(
      `There is no schema migration '${name}'. There are: ${Object.keys(schemaMigrations).join(', ')}.`,
    )
  }
  const made = await withTarget(PLAN_AGAIN, async (target) => {
    const {client} = target
    const stored = await patient(migrationDataset(client)).everything()
    return planSchemaMigration({name, migration, target: planTargetOf(target), stored, client})
  })
  await show(made, options)
  return exitCodes.done
}

interface ShowOptions extends RunOptions {
  out?: string | undefined
  report?: string | undefined
}

/** Prints a plan, and keeps it where that was asked for. */
async function show(made: Plan, {out, report, json, runs}: ShowOptions): Promise<void> {
  const text = `${JSON.stringify(made, null, 2)}\n`
  if (out) await keep(out, text)
  if (report) await keep(report, planHtml(made, new Date().toISOString()))
  process.stdout.write(json ? text : `${planText(made)}\n`)
  if (report) say(`To read in a browser: ${report}`)
  if (out) say(`Kept in ${out}. To do it: ${commandLine(['apply', out], runs)}`)
  else if (!json) say('Not kept: to apply it, plan again with --out FILE.')
}

async function apply(file: string, {json, runs}: RunOptions): Promise<ExitCode> {
  const made = await readPlanFile(file, () => readFile(file, 'utf8')).catch((error: unknown) => {
    throw error instanceof PlanFileError ? new CommandError(error.message) : error
  })
  return withTarget(goOnWith(commandLine(['apply', file], runs)), async (target) => {
    refuseOtherTarget(made, target)
    const run = openRun(runs, made, () => new Date())
    const outcome = await applyPlan(made, {
      dataset: patient(migrationDataset(target.client)),
      run,
      now: () => new Date(),
      bytesOf: (asset) => keptAsset(file, asset),
      onProgress: tellProgress(process.stderr),
    })
    const takeBack = commandLine(['rollback', run.runId], runs)
    process.stdout.write(
      json ? toJson({runId: run.runId, ...outcome}) : `${applyText(run.runId, outcome, takeBack)}\n`,
    )
    return outcome.refused.length > 0 ? exitCodes.failed : exitCodes.done
  })
}

async function rollback(runId: string, {json, runs}: RunOptions): Promise<ExitCode> {
  const run = listRuns(runs).find((one) => one.runId === runId)
  if (!run) throw new UsageError(`There is no run ${runId}. '${commandLine(['status'], runs)}' lists them.`)
  return withTarget(goOnWith(commandLine(['rollback', runId], runs)), async (target) => {
    refuseOtherTarget(run.plan, target)
    const outcome = await rollBack(run, patient(migrationDataset(target.client)), () => new Date())
    process.stdout.write(json ? toJson({runId, ...outcome}) : `${rollbackText(runId, outcome)}\n`)
    return exitCodes.done
  })
}

function status({json, runs}: RunOptions): ExitCode {
  process.stdout.write(`${statusText(listRuns(runs), json)}\n`)
  return exitCodes.done
}

function goOnWith(command: string): string {
  return `What was done until here is kept. When it answers again, go on with: ${command}`
}

/**
 * Works on the target.
 *
 * @param wayOn what to tell a person when the dataset goes away half way
 */
async function withTarget<T>(wayOn: string, work: (target: Target) => Promise<T>): Promise<T> {
  const target = await resolveTarget()
  try {
    return await work(target)
  } catch (error) {
    if (error instanceof DatasetUnreachableError) {
      throw new CommandError(`${error.message} ${wayOn}`, exitCodes.failed, {cause: error})
    }
    if (!(error instanceof ClientError) || ![401, 403, 404].includes(error.statusCode)) throw error
    throw new CommandError(`${target.description}: ${error.message}`, exitCodes.failed, {cause: error})
  } finally {
    await target.close()
  }
}

function planTargetOf({kind, projectId, dataset}: Target): PlanTarget {
  return {kind, projectId, dataset}
}

function refuseOtherTarget({target}: Plan, now: Target): void {
  const {kind, projectId, dataset} = planTargetOf(now)
  if (target.kind === kind && target.projectId === projectId && target.dataset === dataset) return
  throw new CommandError(
    `The plan is for dataset ${target.dataset} of project ${target.projectId} (${target.kind}), but the target is dataset ${dataset} of project ${projectId} (${kind}). Plan again on this target.`,
  )
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

async function keep(path: string, text: string): Promise<void> {
  await writeFile(resolve(path), text).catch(notKept(path))
}

function notKept(path: string): (error: unknown) => never {
  return (error) => {
    throw new CommandError(`The plan could not be kept in ${path}: ${messageOf(error)}`)
  }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
