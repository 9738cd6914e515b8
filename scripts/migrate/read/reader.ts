import {fork, type ChildProcess} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import type {InputFile, Reading, Rejection} from '../model.ts'

/** What a file became, or why nothing. */
export type Answer = {readings: Reading[]} | {rejection: Rejection}

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
}

const LIMITS: ReaderLimits = {milliseconds: 30_000, heapMegabytes: 1024}

/** A process that reads, started when it is first needed and again after it had to be stopped. */
export function openReader(limits: ReaderLimits = LIMITS): Reader {
  let child: ChildProcess | undefined
  let ready: Promise<unknown> | undefined
  const start = () => {
    const started = fork(fileURLToPath(new URL('readerProcess.ts', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    })
    ready = new Promise((resolve) => {
      started.once('message', resolve)
      started.once('exit', resolve)
    })
    return started
  }
  return {
    read: async (input) => {
      child ??= start()
      await ready
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
