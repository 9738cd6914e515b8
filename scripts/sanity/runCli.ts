import {spawn} from 'node:child_process'
import {constants} from 'node:os'
import {join} from 'node:path'

import {projectRoot} from '../target/environment.ts'
import type {Target} from '../target/resolveTarget.ts'

const CLI = join(projectRoot, 'node_modules', '@sanity', 'cli', 'bin', 'run.js')
/** What the CLI loads first, so that it finds its way to a lake. */
const ON_THE_LAKE = ['loopbackNames.mjs', 'cliClient.mjs'].map(
  (file) => `--import=${new URL(file, import.meta.url).href}`,
)

/**
 * Runs the stock Sanity CLI on a target.
 *
 * @param args the command line as a person wrote it
 * @param target where to; without one, the command must need none
 * @returns the exit code
 */
export async function runCli(args: readonly string[], target?: Target): Promise<number> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: projectRoot,
    env: {...process.env, ...(target ? environmentFor(target) : {})},
    stdio: 'inherit',
  })
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, pass)
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
    })
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass)
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What makes the CLI speak to a target; on the hosted service only the token. */
function environmentFor({kind, apiHost, token, dataset}: Target): NodeJS.ProcessEnv {
  const credentials = token === undefined ? {} : {SANITY_AUTH_TOKEN: token}
  if (kind === 'hosted') return credentials
  const options = [process.env['NODE_OPTIONS'], ...ON_THE_LAKE].filter(Boolean).join(' ')
  return {
    ...credentials,
    SANITY_STUDIO_DATASET: dataset,
    // The CLI's own switch between its environments: any other value is taken as the API's address.
    SANITY_INTERNAL_ENV: apiHost,
    NODE_OPTIONS: options,
    DO_NOT_TRACK: '1',
  }
}
