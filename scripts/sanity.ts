import {CommandError} from './command/errors.ts'
import {runCli} from './sanity/runCli.ts'

/**
 * npm run sanity -- …: the stock Sanity CLI on the current target. Its command line, help and exit
 * codes are the CLI's own.
 */

/** What never speaks to a content lake. */
const WITHOUT_TARGET: ReadonlySet<string> = new Set([
  '',
  'help',
  'docs',
  'versions',
  'build',
  'dev',
  'preview',
])

const args = process.argv.slice(2)
const needsNone = args.some((arg) => /^(--help|-h|--version)$/.test(arg)) || WITHOUT_TARGET.has(args[0] ?? '')

try {
  const target = needsNone ? undefined : await (await import('./target/resolveTarget.ts')).resolveTarget()
  try {
    process.exitCode = await runCli(args, target)
  } finally {
    await target?.close()
  }
} catch (error) {
  if (!(error instanceof CommandError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode
}
