import {UsageError} from './errors.ts'

/**
 * Reads `--port`.
 *
 * @throws UsageError unless it is a number from 0 to 65535
 */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not '${text}'.`)
  }
  return port
}

/** What to tell when another program listens on a port. */
export const portTaken = (port: number): string =>
  `Port ${port} is already in use. Stop what is running there, or choose another: --port ${port + 1}`

/** Resolves when a signal has asked to stop; from then on the command ends by itself, not by the signal. */
export async function stopAsked(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => resolve()
    process.removeAllListeners('SIGINT')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  })
}
