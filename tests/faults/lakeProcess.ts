import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {start} from '../commands/processes.ts'

const TOKEN = 'a-token-that-is-long-enough-for-a-studio'

/** A lake as a process of its own, as people run it. */
export interface LakeProcess {
  url: string
  /** Retries nothing, so that a test sees every refusal. */
  client: SanityClient
  /** A request with the administrator's token. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** The process that holds the data folder. */
  pid: number
  /** Ends it as a power cut would end it; what the machine has in its memory stays. */
  kill(): Promise<void>
  /** Asks it to end; gives its exit code. */
  stop(): Promise<number | null>
}

/** Starts a lake on a data folder; it ends with the test, or when `atEnd` says. */
export async function runLakeProcess(
  dataDir: string,
  atEnd: (end: () => Promise<void>) => void = onTestFinished,
): Promise<LakeProcess> {
  const running = start('lake', ['--port', '0', '--data', dataDir, '--token', TOKEN])
  atEnd(async () => void (await running.stop()))
  const [, url = ''] = await running.until(/ready at (\S+)/)
  const pid = Number(readFileSync(join(dataDir, 'pid'), 'utf8'))
  return {
    url,
    pid,
    client: createClient({
      projectId: 'local',
      dataset: 'production',
      apiVersion: '2025-02-19',
      apiHost: url,
      useProjectHostname: false,
      useCdn: false,
      token: TOKEN,
      maxRetries: 0,
    }),
    request: (path, init) => fetch(url + path, {...init, headers: {authorization: `Bearer ${TOKEN}`}}),
    async kill() {
      process.kill(pid, 'SIGKILL')
      await running.stop()
    },
    stop: () => running.stop('SIGTERM'),
  }
}
