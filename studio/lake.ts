import {createClient} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'
import {lakeFetch} from './lakeTransport.ts'
import {searchingFacts} from './search/searchRequest.ts'

/** Project id of the embedded lake. */
const LOCAL_PROJECT_ID = 'local'

type TargetOptions = Pick<
  WorkspaceOptions,
  'projectId' | 'dataset' | 'apiHost' | 'auth' | 'unstable_clientFactory'
>

/**
 * What the Studio has to be told to work on a dataset of the embedded lake at `origin`, the page's own.
 *
 * The only place that uses what Sanity doesn't promise to keep: `unstable_clientFactory`,
 * `resolveFetch`, a debugging key, and the condition of its search (`SAYS` in `search/factSearch.ts`).
 * Look here first after an upgrade.
 */
export function lakeTarget(origin: string, dataset: string, signInTitle: string): TargetOptions {
  silenceProtocolWarning()
  return {
    projectId: LOCAL_PROJECT_ID,
    dataset,
    apiHost: origin,
    unstable_clientFactory: (options) =>
      createClient({
        ...options,
        apiHost: origin,
        useProjectHostname: false,
        resolveFetch: () => searchingFacts(lakeFetch),
      }),
    auth: {
      loginMethod: 'token',
      // One click, not none: who signs out stays signed out.
      redirectOnSingle: false,
      providers: [{name: 'lake', title: signInTitle, url: `${origin}/dev-login`}],
    },
  }
}

/** The Studio warns of slow HTTP/1.1 because of its streams, and those go through the tunnel here. */
function silenceProtocolWarning(): void {
  globalThis.localStorage?.setItem('_sanity_debugProtocol', 'h2')
}
