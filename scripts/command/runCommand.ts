import {parseArgs, type ParseArgsConfig} from 'node:util'

import {CommandError, messageOf, UsageError} from './errors.ts'
import {exitCodes, type ExitCode} from './exitCodes.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The parsed command line of a command with these options. */
export type CommandLine<T extends Options> = ReturnType<
  typeof parseArgs<{options: T; allowPositionals: true; strict: true}>
>

interface Command<T extends Options> {
  /** Printed by `--help` and after a usage error. */
  help: string
  options: T
  main(line: CommandLine<T>): Promise<ExitCode | void>
}

/**
 * Runs a command: parses the command line, prints help, turns errors into a message on stderr and
 * the documented exit code. The command itself keeps to its options object and knows no `process`.
 */
export async function runCommand<const T extends Options>(command: Command<T>): Promise<void> {
  const argv = process.argv.slice(2)
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${command.help.trim()}\n`)
    return
  }
  process.once('SIGINT', () => process.exit(exitCodes.interrupted))
  try {
    process.exitCode = (await command.main(parse(argv, command.options))) ?? exitCodes.done
  } catch (error) {
    process.exitCode = report(error, command.help)
  }
}

function parse<const T extends Options>(args: string[], options: T): CommandLine<T> {
  try {
    return parseArgs({args, options, allowPositionals: true, strict: true})
  } catch (error) {
    throw new UsageError(messageOf(error))
  }
}

function report(error: unknown, help: string): ExitCode {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${help.trim()}\n`)
    return error.exitCode
  }
  if (error instanceof CommandError) {
    process.stderr.write(`${error.message}\n`)
    return error.exitCode
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return exitCodes.failed
}
