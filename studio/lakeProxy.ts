/** What the Studio asks of the lake that serves it; under `sanity dev` another process serves the Studio. */
const LAKE_PATHS = [
  '^/v(\\d|X)',
  '^/(images|files)/',
  '/dev-login',
  '/studio-settings.json',
  '/ledger',
  '/health',
]

/**
 * The proxy of `sanity dev`: everything that is the lake's goes there, event streams too, so that the
 * Studio finds its API on its own origin as in the built one.
 *
 * @param lakeUrl undefined when there is no lake to pass on to
 */
export const lakeProxy = (lakeUrl: string | undefined) =>
  lakeUrl === undefined
    ? {}
    : Object.fromEntries(LAKE_PATHS.map((path) => [path, {target: lakeUrl, ws: true}]))
