import {spawn, type ChildProcess, type SpawnOptions} from 'node:child_process'
import {createServer} from 'node:net'
import {join} from 'node:path'

import {projectRoot} from '../../scripts/target/environment.ts'

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** A command that stays up, such as `npm start`. */
export interface Running {
  process: ChildProcess
  output(): string
  /** Resolves with the output once it matches; rejects when the process ends or time runs out. */
  until(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>
  /** Sends the signal and resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** Resolves with the exit code, null when it was killed. */
  ended: Promise<number | null>
}

/** A command with a process group of its own. */
export interface RunningGroup extends Running {
  /** Ends the command and all that it started, as a power cut would. */
  kill(): void
}

/** The environment of a command under test: no target of the developer's own leaks in. */
function environment(extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(SANITY_|LAKE_|VITEST|NODE_ENV$)/.test(name),
  )
  return {...Object.fromEntries(inherited), ...extra}
}

function spawnCommand(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  options: SpawnOptions = {},
): ChildProcess {
  return spawn(process.execPath, [join(projectRoot, 'scripts', 'run.mjs'), command, ...args], {
    cwd: projectRoot,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
}

/** Runs an npm script of the project to its end, through the same door as `npm run`. */
export async function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child = spawnCommand(command, args, env)
  const outcome = {stdout: '', stderr: ''}
  child.stdout?.on('data', (chunk: Buffer) => (outcome.stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (outcome.stderr += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return {code, ...outcome}
}

/** Starts an npm script that stays up. The caller stops it, also when its test fails. */
export function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Running {
  return follow(spawnCommand(command, args, env))
}

/** Starts an npm script that can be killed with all that it started; an interrupted test leaves it behind. */
export function startGroup(command: string, args: string[], env: NodeJS.ProcessEnv = {}): RunningGroup {
  const child = spawnCommand(command, args, env, {detached: true})
  return {...follow(child), kill: () => killGroup(child)}
}

/** Kills what is left of the process group that a child was started with. */
export function killGroup({pid}: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function follow(child: ChildProcess): Running {
  let output = ''
  const watchers = new Set<() => void>()
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
    for (const watcher of watchers) watcher()
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const closed = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      resolve(code)
      for (const watcher of watchers) watcher()
    })
  })

  return {
    process: child,
    output: () => output,
    until: (pattern, timeoutMs = 120_000) =>
      new Promise((resolve, reject) => {
        const settle = (finish: () => void) => {
          clearTimeout(timer)
          watchers.delete(watch)
          finish()
        }
        const timer = setTimeout(
          () => settle(() => reject(new Error(`No ${pattern} within ${timeoutMs} ms in:\n${output}`))),
          timeoutMs,
        )
        const watch = () => {
          const match = pattern.exec(output)
          if (match) settle(() => resolve(match))
          else if (child.exitCode !== null || child.signalCode !== null) {
            const end = child.exitCode ?? child.signalCode
            settle(() => reject(new Error(`Ended with ${end} before ${pattern}:\n${output}`)))
          }
        }
        watchers.add(watch)
        watch()
      }),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return closed
    },
    ended: closed,
  }
}

/** A TCP port that was free a moment ago, and the server that can hold it. */
export async function freePort(): Promise<number> {
  const {port, release} = await occupyPort()
  await release()
  return port
}

/** Holds a port, so that something else finds it taken. */
export async function occupyPort(): Promise<{port: number; release: () => Promise<void>}> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    port: address.port,
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
