import {resolve} from 'node:path'

import {startLake, type LakeServer} from '../lake/server.ts'
import {CommandError, messageOf, UsageError} from './command/errors.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {dataFolder, DEFAULT_DATASET, DEFAULT_PORT} from './target/environment.ts'

await runCommand({
  help: `
npm run lake -- [options]
Starts the embedded Content Lake alone: plain HTTP, no Studio, no content, any project id.
Prints one line with its address when it is ready.

  --port N       port to listen on, 0 for a free one (default ${DEFAULT_PORT})
  --data DIR     folder that keeps the content (default .data, or LAKE_DATA)
  --token T      the administrator's token (default: the one in DIR/token, made at first start)
  --dataset D    the dataset that every project has (default ${DEFAULT_DATASET})
  --host H       name or address to bind to (default: loopback only)

Stop it with Ctrl-C.`,
  options: {
    port: {type: 'string', default: String(DEFAULT_PORT)},
    data: {type: 'string'},
    token: {type: 'string'},
    dataset: {type: 'string', default: DEFAULT_DATASET},
    host: {type: 'string'},
  },
  async main({values, positionals}) {
    if (positionals.length > 0) throw new UsageError(`The lake takes options only, not '${positionals[0]}'.`)
    if (values.token === '') throw new UsageError('--token must not be empty.')
    const {token, dataset, host} = values
    const options = {port: parsePort(values.port), dataDir: resolve(values.data ?? dataFolder())}
    const server = await start({...options, token, dataset, host})
    process.stdout.write(`Content Lake ready at ${server.url}\n`)
    await stopAsked()
    await server.close()
    return exitCodes.done
  },
})

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not '${text}'.`)
  }
  return port
}

async function start(options: Parameters<typeof startLake>[0]): Promise<LakeServer> {
  try {
    return await startLake(options)
  } catch (error) {
    throw new CommandError(`The lake could not start: ${reasonOf(error, options)}`)
  }
}

function reasonOf(error: unknown, {port, dataDir}: {port: number; dataDir: string}): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is already in use. Stop what is running there, or choose another with --port.`
    case 'EACCES':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EPERM':
      return `the data folder ${dataDir} can't be written (${code}). Choose another with --data.`
    default:
      return messageOf(error)
  }
}

/** Resolves when a signal has asked to stop. */
async function stopAsked(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => resolve()
    process.removeAllListeners('SIGINT')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  })
}
