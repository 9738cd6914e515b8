import {resolve} from 'node:path'

import {CommandError, messageOf, UsageError} from './command/errors.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {say} from './command/say.ts'
import {parsePort, stopAsked} from './command/serving.ts'
import {buildStudioWhenStale, studioFolder} from './studio/buildStudio.ts'
import {dataFolder, DEFAULT_PORT} from './target/environment.ts'

// The lake and the site are loaded only once the command line makes sense.
await runCommand({
  help: `
npm start [-- options]
Starts the embedded Content Lake and the Studio on one address, with the content loaded, and the public
site on the next port.

  --port N     port to listen on (default ${DEFAULT_PORT})
  --data DIR   folder that keeps the content (default .data, or LAKE_DATA)
  --fresh      empty that folder first and load content/ again; everything edited there is lost

Stop it with Ctrl-C. A second start keeps what was edited.`,
  options: {
    port: {type: 'string', default: String(DEFAULT_PORT)},
    data: {type: 'string'},
    fresh: {type: 'boolean', default: false},
  },
  async main({values, positionals}) {
    if (positionals.length > 0) throw new UsageError(`npm start takes options only, not '${positionals[0]}'.`)
    const port = parsePort(values.port)
    const dataDir = resolve(values.data ?? dataFolder())

    if (values.fresh) await empty(dataDir)
    await buildStudioWhenStale((reason) => say(`Building the Studio (${reason}; about 20 seconds) …`))
    const {addressesOf, serveEverything} = await import('./serve/serveEverything.ts')
    const sitePort = port === 0 ? 0 : port + 1
    const everything = await serveEverything({port, dataDir, studioDir: studioFolder, sitePort})
    process.stdout.write(addressesOf(everything, {dataDir}))
    await stopAsked()
    await everything.close()
    return exitCodes.done
  },
})

async function empty(dataDir: string): Promise<void> {
  const {emptyDataFolder} = await import('../lake/server.ts')
  try {
    emptyDataFolder(dataDir)
  } catch (error) {
    throw new CommandError(messageOf(error), undefined, {cause: error})
  }
}
