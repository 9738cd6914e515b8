import {spawn} from 'node:child_process'
import {join} from 'node:path'

import {CommandError} from '../command/errors.ts'
import {projectRoot} from '../target/environment.ts'

/** A Studio that shows each change of its sources at once. */
export interface StudioInDevelopment {
  /** Rejects when it ends by itself. */
  ended: Promise<never>
  stop(): Promise<void>
}

/**
 * Starts `sanity dev`; the pages it serves pass what they ask of the API on to the lake (sanity.cli.ts).
 *
 * @returns once the Studio answers
 * @throws CommandError with its output when it does not start
 */
export async function startStudioInDevelopment(port: number, lakeUrl: string): Promise<StudioInDevelopment> {
  const sanity = join(projectRoot, 'node_modules', '@sanity', 'cli', 'bin', 'run.js')
  const child = spawn(process.execPath, [sanity, 'dev', '--port', String(port), '--host', 'localhost'], {
    cwd: projectRoot,
    env: {...process.env, LAKE_URL: lakeUrl, DO_NOT_TRACK: '1'},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ended = closed.then((): never => {
    throw new CommandError(`The Studio ended by itself:\n${output.trimEnd()}`)
  })
  const ready = new Promise<void>((resolve) => {
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
      if (/running at http/.test(output)) resolve()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
  })
  await Promise.race([ready, ended])
  // From here on its messages, such as errors in a changed source, are the developer's.
  child.stdout.pipe(process.stderr)
  child.stderr.pipe(process.stderr)
  // Whoever stops it need not wait for its end.
  ended.catch(() => undefined)
  return {
    ended,
    async stop() {
      child.kill('SIGTERM')
      await closed
    },
  }
}
