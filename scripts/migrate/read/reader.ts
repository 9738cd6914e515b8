import {fork, type ChildProcess} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import type {InputFile, Picture, Reading, Rejection} from '../model.ts'

/** What a file became, or why nothing. */
export type Answer = {readings: Reading<Picture>[]} | {rejection: Rejection}

/** What a reading process says first. */
export const READY = 'ready'

/** Reads files one at a time in a process of its own, so that a hostile file can be stopped. */
export interface Reader {
  read(input: InputFile): Promise<Answer>
  close(): void
}

export interface ReaderLimits {
  /** For one file; what the process takes to start is not counted, since a busy machine decides that. */
  milliseconds: number
  heapMegabytes: number
  /** For the process to start, on the busiest of machines. */
  startMilliseconds: number
}

const LIMITS: ReaderLimits = {milliseconds: 30_000, heapMegabytes: 1024, startMilliseconds: 120_000}

/** A process that reads, started when it is first needed and again after it had to be stopped. */
export function openReader(changed: Partial<ReaderLimits> = {}): Reader {
  const limits = {...LIMITS, ...changed}
  let child: ChildProcess | undefined
  let ready: Promise<boolean> | undefined
  const start = () => {
    const started = fork(fileURLToPath(new URL('readerProcess.ts', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    })
    ready = new Promise((resolve) => {
      const timer = setTimeout(() => started.kill('SIGKILL'), limits.startMilliseconds)
      const settle = (isReady: boolean) => () => {
        clearTimeout(timer)
        resolve(isReady)
      }
      started.once('message', settle(true))
      started.once('exit', settle(false))
      started.once('error', settle(false))
    })
    return started
  }
  return {
    read: async (input) => {
      child ??= start()
      if (!(await ready)) {
        child = undefined
        const reason =
          'The process that reads files did not start. Plan again when the computer is less busy.'
        return {rejection: {file: input.file, code: 'reader-not-started', reason}}
      }
      const answer = await ask(child, input, limits)
      if ('rejection' in answer && !child.connected) child = undefined
      return answer
    },
    close: () => {
      child?.kill()
      child = undefined
    },
  }
}

function ask(
  child: ChildProcess,
  input: InputFile,
  {milliseconds, heapMegabytes}: ReaderLimits,
): Promise<Answer> {
  return new Promise((resolve) => {
    const refuse = (code: string, reason: string) => settle({rejection: {file: input.file, code, reason}})
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      child.disconnect()
      refuse(
        'too-slow',
        `Reading took longer than ${milliseconds / 1000} seconds. Split the file or save it again; on a busy computer, plan again later.`,
      )
    }, milliseconds)
    const onExit = () =>
      refuse(
        'too-much-memory',
        `Reading needed more than ${heapMegabytes} MB, or broke the reader. Split the file or save it again.`,
      )
    const onMessage = (answer: Answer) => settle(answer)
    const settle = (answer: Answer) => {
      clearTimeout(timer)
      child.off('exit', onExit)
      child.off('message', onMessage)
      resolve(answer)
    }
    if (!child.connected) return onExit()
    child.once('exit', onExit)
    child.on('message', onMessage)
    child.send(input)
  })
}
