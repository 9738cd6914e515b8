/** A lake in a process of its own, as `npm run lake` starts it, with an empty handler beside it. */
import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

/** Addresses of a lake that is ready. */
export interface LakeProcess {
  port: number
  /** Answers with one and the same text on the same kind of server, in the same process. */
  emptyPort: number
  /** Resident bytes. */
  memory(): Promise<number>
  stop(): Promise<void>
}

export const TOKEN = 'bench-token'

/** Starts the lake on a data folder. */
export async function startLakeProcess(dataDir: string): Promise<LakeProcess> {
  const child = fork(fileURLToPath(new URL('parts/serve.ts', import.meta.url)), [JSON.stringify({dataDir})], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=14000'],
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const {port, emptyPort} = (await answerOf(child)) as {port: number; emptyPort: number}
  return {
    port,
    emptyPort,
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
