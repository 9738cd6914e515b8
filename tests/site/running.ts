import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {startLake, type LakeServer} from '../../lake/server.ts'
import {createFundClient, type FundClient} from '../../queries/index.ts'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import {siteOptions} from '../../scripts/site/siteContent.ts'
import {startSite, type SiteServer} from '../../site/server.ts'

/** A lake with the content of the project, and the site on it. */
export interface Running {
  lake: LakeServer
  site: SiteServer
  /** Writes as an editor. */
  editor: FundClient
  /** What the site could not do. */
  failures: unknown[]
  close(): Promise<void>
}

/** Starts both on free ports. The caller closes them, also when its test fails. */
export async function startRunning(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  const lake = await startLake({port: 0, dataDir: folder})
  const failures: unknown[] = []
  const editor = createFundClient({url: lake.url, token: lake.token, perspective: 'raw'})
  await loadContentWhenEmpty(editor.client)
  const site = await startSiteOn(lake, (error) => failures.push(error))
  return {
    lake,
    site,
    editor,
    failures,
    async close() {
      await site.close()
      await lake.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}

/** The site with its previews on a lake, as `npm start` has it. The caller closes it. */
export async function startSiteOn(
  {url, token}: LakeServer,
  onFailure?: (error: unknown) => void,
): Promise<SiteServer> {
  const options = await siteOptions({place: {url}, preview: {token, studioUrl: url}})
  return startSite({...options, port: 0, onFailure})
}
