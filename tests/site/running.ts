import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {startLake, type LakeServer} from '../../lake/server.ts'
import {createFundClient, type FundClient} from '../../queries/index.ts'
import {loadContentWhenEmpty} from '../../scripts/content/loadContent.ts'
import {builtOverlays} from '../../scripts/site/overlays.ts'
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
  const site = await startSite({
    port: 0,
    fund: createFundClient({url: lake.url}),
    contentOrigin: lake.url,
    frameAncestors: [lake.url],
    preview: {
      fund: createFundClient({url: lake.url, token: lake.token, perspective: 'drafts'}),
      studioUrl: lake.url,
      overlays: await builtOverlays(),
    },
    onFailure: (error) => failures.push(error),
  })
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
