import {UsageError} from '../../command/errors.ts'
import {exitCodes} from '../../command/exitCodes.ts'
import {runCommand} from '../../command/runCommand.ts'
import {say} from '../../command/say.ts'
import {DEFAULT_PORT} from '../../target/environment.ts'
import {contentOf, type FoundContent} from '../contentOf.ts'
import {originIn} from './originIn.ts'

const LOCAL_ORIGIN = `http://localhost:${DEFAULT_PORT + 1}`

/** `npm run site -- build` */
export const buildCommand = (): Promise<void> =>
  runCommand({
    help: `
npm run site -- build --out DIR [--origin URL] [--served URL] [--json]
Writes the public site as files, for a host that serves files only: every page in both languages, styles,
pictures, feeds, site map, catalogue, downloads, the pages of addresses that are not there, and redirects
from old addresses (_redirects, and a page each). Of the hosted project that SANITY_STUDIO_PROJECT_ID and
SANITY_STUDIO_DATASET name, else of the lake.

  --out DIR     an empty folder, or one that an earlier build wrote: what is no longer there is removed
                from it, files that are not of a build are left alone
  --origin URL  the address that the public will know the site by, for links that leave it, such as those
                of the site map (default ${LOCAL_ORIGIN})
  --served URL  where the same site is served (npm run site): its search and filters are then used from
                here. Without it the files have neither
  --json        {pages, redirects, written, unchanged, removed} on stdout

Until all of it could be made, what is in the folder stays as it is.`,
    options: {
      out: {type: 'string'},
      origin: {type: 'string'},
      served: {type: 'string'},
      json: {type: 'boolean', default: false},
    },
    async main({values, positionals}) {
      if (positionals.length > 1) throw new UsageError(`build takes options only, not '${positionals[1]}'.`)
      const {out: folder} = values
      if (!folder) throw new UsageError('Which folder? Say it with --out.')
      const origin = originIn('--origin', values.origin)
      const servedAt = originIn('--served', values.served)
      if (!origin)
        say(`Links that leave the site begin with ${LOCAL_ORIGIN}: say --origin before it goes online.`)
      const content = await contentOf(process.env, undefined)
      try {
        const {buildSite} = await import('../build/buildSite.ts')
        const {siteOptions} = await import('../siteContent.ts')
        const {fund, contentOrigin} = await siteOptions({place: freshPlace(content)})
        const built = await buildSite({
          fund,
          contentOrigin,
          origin: origin ?? LOCAL_ORIGIN,
          ...(servedAt !== undefined && {servedAt}),
          folder,
          onWarning: say,
        })
        const {pages, redirects, written, unchanged, removed} = built
        process.stdout.write(
          values.json
            ? `${JSON.stringify(built, null, 2)}\n`
            : `${folder}: ${pages} pages and ${redirects} redirects of ${content.description}. ${written} files written, ${unchanged} as they were, ${removed} removed.\n`,
        )
      } finally {
        await content.close()
      }
      return exitCodes.done
    },
  })

/** A build comes right after a change, which a cache of the hosted service may not know yet. */
function freshPlace({place}: FoundContent): FoundContent['place'] {
  return 'url' in place ? place : {...place, useCdn: false}
}
