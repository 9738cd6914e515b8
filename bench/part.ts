/**
 * Each part of the benchmark runs in a process of its own, so that neither its heap nor its compiled
 * code is another part's: it takes one JSON argument and sends one message.
 */
import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** Runs `bench/parts/NAME.ts` and gives what it sends. Rejects when it ends without a result. */
export function runPart<R>(name: string, options: object): Promise<R> {
  return new Promise((resolve, reject) => {
    const child = fork(
      fileURLToPath(new URL(`parts/${name}.ts`, import.meta.url)),
      [JSON.stringify(options)],
      {
        // A million documents are more than the heap that Node takes by itself.
        execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=14000', '--expose-gc'],
        stdio: ['ignore', 2, 2, 'ipc'],
      },
    )
    let result: {value: R} | undefined
    child.on('message', (value) => {
      result = {value: value as R}
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (result !== undefined && code === 0) resolve(result.value)
      else reject(new Error(`The part '${name}' ended with ${signal ?? code}`))
    })
  })
}

/** What the part that runs in this process was asked for. */
export const partOptions = (): unknown => JSON.parse(process.argv[2] ?? '{}')

/** Answers for the part that runs in this process, and ends it. */
export function finishPart(result: object): void {
  process.send?.(result, undefined, {}, () => process.exit(0))
}
