import {createFundClient} from '../../queries/index.ts'
import type {SiteServerOptions} from '../../site/server.ts'
import {builtOverlays} from './overlays.ts'

/** The content that a site shows, and who may look at its drafts. */
export interface SiteContent {
  /** An embedded lake by its address, or a hosted project by its id. */
  place:
    | {url: string; projectId?: string; dataset?: string}
    | {projectId: string; dataset: string; useCdn?: boolean}
  /** Lets a Studio preview what is not published. */
  preview?: {
    /** Reads drafts. */
    token: string
    studioUrl: string
  }
}

/** Where the hosted service has pictures and files. */
const HOSTED_ASSETS = 'https://cdn.sanity.io'

/** Hosted Studios are opened inside Sanity's dashboard, which so is an ancestor of the frame too. */
const HOSTED_DASHBOARD = 'https://www.sanity.io'

/** What the site is started with to show that content; readers need no token. */
export async function siteOptions({
  place,
  preview,
}: SiteContent): Promise<Pick<SiteServerOptions, 'fund' | 'contentOrigin' | 'frameAncestors' | 'preview'>> {
  const isLake = 'url' in place
  const readers = {
    fund: createFundClient(place),
    contentOrigin: isLake ? new URL(place.url).origin : HOSTED_ASSETS,
  }
  if (!preview) return readers
  const {token, studioUrl} = preview
  return {
    ...readers,
    frameAncestors: isLake ? [studioUrl] : [studioUrl, HOSTED_DASHBOARD],
    preview: {
      fund: createFundClient({...place, token, perspective: 'drafts'}),
      studioUrl,
      overlays: await builtOverlays(),
    },
  }
}
