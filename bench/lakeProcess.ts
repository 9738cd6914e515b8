/** A lake in a process of its own, as `npm run lake` starts it, with an empty handler beside it. */
import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

/** Addresses of a lake that is ready. */
export interface LakeProcess {
  port: number
  /**
   * Handlers that give one and the same text, in the same process: on the kind of server that the lake's
   * endpoints run on, and on nothing but `node:http`.
   */
  framedPort: number
  barePort: number
  /** Resident bytes. */
  memory(): Promise<number>
  stop(): Promise<void>
}

export const TOKEN = 'bench-token'

/** Starts the lake on a data folder. */
export async function startLakeProcess(dataDir: string): Promise<LakeProcess> {
  const child = fork(fileURLToPath(new URL('parts/serve.ts', import.meta.url)), [JSON.stringify({dataDir})], {
    // As `scripts/run.mjs` starts it, with room for a million documents.
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=16',
      '--max-old-space-size=14000',
    ],
    env: {...process.env, MALLOC_TRIM_THRESHOLD_: '131072'},
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const ports = (await answerOf(child)) as Pick<LakeProcess, 'port' | 'framedPort' | 'barePort'>
  return {
    ...ports,
    async memory() {
      child.send('memory')
      return (await answerOf(child)) as number
    },
    async stop() {
      const exited = once(child, 'exit')
      child.send('stop')
      await exited
    },
  }
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The lake ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}
