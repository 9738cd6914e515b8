import type {SiteServer} from '../../../site/server.ts'
import {codeOf, CommandError, messageOf, UsageError} from '../../command/errors.ts'
import {exitCodes} from '../../command/exitCodes.ts'
import {runCommand} from '../../command/runCommand.ts'
import {say} from '../../command/say.ts'
import {parsePort, portTaken, stopAsked} from '../../command/serving.ts'
import {contentOf, type FoundContent} from '../contentOf.ts'
import {originIn} from './originIn.ts'
import {DEFAULT_PORT} from '../../target/environment.ts'

/** `npm run site` */
export const serveCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run site -- [options]
npm run site -- build --out DIR    the site as files instead: npm run site -- build --help
Serves the public site alone: of the hosted project that SANITY_STUDIO_PROJECT_ID and
SANITY_STUDIO_DATASET name, else of the lake. It follows the content, so nothing has to be rebuilt when
something is published. Prints one line with its address when it is ready.

  --port N      port to listen on, 0 for a free one (default ${DEFAULT_PORT + 1})
  --host H      name or address to bind to (default: loopback only)
  --origin URL  the address that the public knows the site by, for links that leave it and for cookies
                (default http://localhost:PORT)
  --studio URL  the Studio that may preview drafts; on the lake the one beside it unless given. A hosted
                project also needs SANITY_API_READ_TOKEN: a token that only reads

Readers need no token: the dataset is public. Stop it with Ctrl-C.`,
    options: {
      port: {type: 'string', default: String(DEFAULT_PORT + 1)},
      host: {type: 'string'},
      origin: {type: 'string'},
      studio: {type: 'string'},
    },
    async main({values, positionals}) {
      if (positionals.length > 0) throw new UsageError(`site takes options only, not '${positionals[0]}'.`)
      const port = parsePort(values.port)
      const origin = originIn('--origin', values.origin)
      const content = await contentOf(process.env, originIn('--studio', values.studio))
      try {
        const site = await serve(content, {port, host: values.host, origin})
        say(`The site shows ${content.description}.`)
        if (content.noPreview) say(`Nobody can preview drafts: ${content.noPreview}.`)
        process.stdout.write(`Site ready at ${site.url}/nl\n`)
        await stopAsked()
        await site.close()
      } finally {
        await content.close()
      }
      return exitCodes.done
    },
  })

interface Listening {
  port: number
  host: string | undefined
  origin: string | undefined
}

/** Loads the site only here: whoever asks for help, or types something wrong, does not wait for it. */
async function serve(content: FoundContent, listening: Listening): Promise<SiteServer> {
  const {startSite} = await import('../../../site/server.ts')
  const {siteOptions} = await import('../siteContent.ts')
  const options = await siteOptions(content)
  try {
    return await startSite({...options, ...listening, onFailure: tellFailures()})
  } catch (error) {
    throw new CommandError(`The site could not start: ${reasonOf(error, listening)}`, undefined, {
      cause: error,
    })
  }
}

function reasonOf(error: unknown, {port, host}: Listening): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return portTaken(port)
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `this machine has no address ${host}. Choose another with --host, such as 0.0.0.0 for all.`
    default:
      return messageOf(error)
  }
}

/** Tells on stderr what the site could not do: each thing once until another one comes. */
function tellFailures(): (error: unknown) => void {
  let told = ''
  return (error) => {
    const message = messageOf(error)
    if (message === told) return
    told = message
    say(`${new Date().toISOString()} ${message}`)
  }
}
