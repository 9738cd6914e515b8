import {languages, type FundClient} from '../../../queries/index.ts'
import {createSite} from '../../../site/app.ts'
import {CommandError, messageOf} from '../../command/errors.ts'
import {CONTENT_FOLDER, contentFiles} from './contentFiles.ts'
import {fileOf, pathWithoutSearch} from './fileNames.ts'
import {headerRules, headersOf, keepingOf, pageHeadersOf, type HeaderList} from './headerRules.ts'
import {linkToFiles} from './links.ts'
import {openOutputFolder, type OutputFolder, type Written} from './outputFolder.ts'
import {oldPathsOf, isRedirect, leadsTo, redirectPage, redirectRules, type OldPath} from './redirects.ts'

export interface BuildOptions {
  fund: FundClient
  /** Where pictures and files of the content come from. */
  contentOrigin: string
  /** The address that the public will know the site by. */
  origin: string
  /** Where the same site is served, which then answers the forms. */
  servedAt?: string
  folder: string
  /** Told of a link that leads nowhere. */
  onWarning: (message: string) => void
}

/** What a build has. */
export interface Built extends Written {
  pages: number
  redirects: number
}

/** Files with a mark of their content in the name, as those of the content have one. */
const ASSETS = '/assets/'

/** Asks the site for what it has at an address. */
type Ask = (address: string) => Promise<Response>

/**
 * Writes the site as files: all that the handler of the served site answers, asked for address by address as
 * its routes, the site map and the links of the pages name them.
 *
 * @throws CommandError when a page cannot be made or a file not be written; the folder is then as it was
 */
export async function buildSite(options: BuildOptions): Promise<Built> {
  const {fund, contentOrigin, origin, servedAt} = options
  const output = await openOutputFolder(options.folder)
  let failure: unknown
  const site = createSite({
    fund,
    contentOrigin,
    origin: () => origin,
    files: {...(servedAt !== undefined && {servedAt})},
    onFailure: (error) => (failure = error),
  })
  const ask: Ask = async (address) => {
    const response = await site.fetch(new Request(origin + address))
    if (response.status < 500) return response
    throw new CommandError(`${address} cannot be made: ${failure ? messageOf(failure) : response.status}`)
  }
  try {
    const built = await stageSite(ask, site.paths, output, options)
    return {...built, ...(await output.commit())}
  } catch (error) {
    await output.discard()
    throw error
  } finally {
    site.close()
  }
}

async function stageSite(
  ask: Ask,
  paths: readonly string[],
  output: OutputFolder,
  {fund, contentOrigin, origin, onWarning}: BuildOptions,
): Promise<Pick<Built, 'pages' | 'redirects'>> {
  const content = contentFiles(contentOrigin, output.stage)
  /** What has to become a file, each with what named it first. */
  const wanted = new Map<string, string>(paths.map((path) => [path, 'The site']))
  const want = (address: string, by: string) => wanted.has(address) || wanted.set(address, by)
  const headers = new Map<string, HeaderList>()
  let pages = 0

  async function stage(
    response: Response,
    path: string,
    name = fileOf(path, isPage(response)),
  ): Promise<void> {
    if (name === undefined)
      throw new CommandError(`${path} cannot be the name of a file: give it another slug.`)
    const {text, addresses} = linkToFiles(await response.text(), origin)
    for (const address of addresses) want(address, path)
    await output.stage(name, await content.ownIn(text, isPage(response) ? '' : origin))
    if (isPage(response)) pages++
    if (isPage(response)) headers.set('/*', pageHeadersOf(response))
    else if (path.startsWith(ASSETS)) headers.set(`${ASSETS}*`, keepingOf(response))
    else headers.set(path, headersOf(response))
  }

  for (const path of ['', ...languages.map((language) => `/${language}`)]) {
    // Hosts look for the page of the folder first, then for that of the whole site.
    await stage(await ask(`${path}/404`), path, `${path}/404.html`.slice(1))
  }
  const redirects = await oldPathsOf(fund, ask)
  for (const {from, to} of redirects) if (to.startsWith('/')) want(to.replace(/#.*/, ''), from)

  // What the pages link to is added on the way.
  for (const [address, by] of wanted) {
    const response = await ask(address)
    if (isRedirect(response)) redirects.push(leadsTo(address, response))
    else if (response.status === 404) onWarning(`${by} links to ${address}, which is not there.`)
    else await stage(response, pathWithoutSearch(address))
  }
  await stageRedirects(redirects, output, origin)
  headers.set(`/${CONTENT_FOLDER}/*`, headers.get(`${ASSETS}*`) ?? [])
  await output.stage('_headers', headerRules(headers))
  return {pages, redirects: redirects.length}
}

const isPage = ({headers}: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? false

async function stageRedirects(
  redirects: readonly OldPath[],
  output: OutputFolder,
  origin: string,
): Promise<void> {
  const sorted = redirects.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  await output.stage('_redirects', redirectRules(sorted))
  for (const redirect of sorted) {
    const file = fileOf(redirect.from, true)
    if (file !== undefined && output.hasRoomFor(file))
      await output.stage(file, redirectPage(redirect, origin))
  }
}
