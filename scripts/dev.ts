import {resolve} from 'node:path'

import {UsageError} from './command/errors.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {parsePort, stopAsked} from './command/serving.ts'
import {startStudioInDevelopment} from './studio/developStudio.ts'
import {dataFolder, DEFAULT_PORT} from './target/environment.ts'

// The lake and the site are loaded only once the command line makes sense.
await runCommand({
  help: `
npm run dev [-- options]
For whoever changes the Studio or the schemas: the Studio shows each change at once (sanity dev), on an
embedded Content Lake with the content loaded; the public site stands on the next port.

  --port N     port of the Studio (default ${DEFAULT_PORT}); the lake takes a free one
  --data DIR   folder that keeps the content (default .data, or LAKE_DATA)

Stop it with Ctrl-C.`,
  options: {
    port: {type: 'string', default: String(DEFAULT_PORT)},
    data: {type: 'string'},
  },
  async main({values, positionals}) {
    if (positionals.length > 0) throw new UsageError(`dev takes options only, not '${positionals[0]}'.`)
    const port = parsePort(values.port)
    if (port === 0) throw new UsageError('--port of dev is a number from 1 on: the Studio has to know it.')
    const dataDir = resolve(values.data ?? dataFolder())
    const studioUrl = `http://localhost:${port}`

    const {addressesOf, serveEverything} = await import('./serve/serveEverything.ts')
    const everything = await serveEverything({port: 0, dataDir, studioUrl, sitePort: port + 1})
    try {
      const studio = await startStudioInDevelopment(port, everything.server.url)
      process.stdout.write(addressesOf(everything, {dataDir, studioUrl}))
      await Promise.race([stopAsked(), studio.ended])
      await studio.stop()
    } finally {
      await everything.close()
    }
    return exitCodes.done
  },
})
