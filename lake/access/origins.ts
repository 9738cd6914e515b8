/**
 * Who may speak to a lake from a browser. The lake answers on loopback only, so a page from elsewhere
 * can reach it through the person's own browser: with a foreign `Origin`, or under a foreign name that
 * resolves to this machine (DNS rebinding). Both are refused here.
 */
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

const isLoopbackName = (hostname: string): boolean =>
  LOOPBACK_NAMES.has(hostname) || hostname.endsWith('.localhost')

/** Where the lake may be addressed: loopback names always, and the host it was told to bind to. */
export interface HostPolicy {
  /** The host name given at start, when it isn't a loopback name. */
  extraHost?: string
}

/** Addresses that mean every interface: whoever binds there lets others in under any name. */
const EVERY_INTERFACE: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]'])

/** Whether a `Host` header names this lake. */
export function isAllowedHost(host: string | undefined, {extraHost}: HostPolicy): boolean {
  const hostname = hostnameOfHost(host ?? '')
  if (hostname === undefined) return false
  if (isLoopbackName(hostname)) return true
  return extraHost !== undefined && (EVERY_INTERFACE.has(extraHost) || hostname === extraHost)
}

/** Whether a page from `origin` may read answers of the lake that is addressed as `host`. */
export function isAllowedOrigin(origin: string, host: string | undefined): boolean {
  if (!/^https?:\/\//.test(origin)) return false
  const hostname = hostnameOf(origin)
  if (hostname === undefined) return false
  return isLoopbackName(hostname) || new URL(origin).host === host?.toLowerCase()
}

/** An origin that a project has put on its list; `*` in it stands for any part of a host name. */
export interface ListedOrigin {
  origin: string
  /** Whether the browser may send along what it keeps for the lake. */
  allowCredentials: boolean
}

/** What a page from `origin` may do here: `undefined` when nothing. */
export function originRule(
  origin: string,
  host: string | undefined,
  listed: () => readonly ListedOrigin[],
): {credentials: boolean} | undefined {
  if (isAllowedOrigin(origin, host)) return {credentials: true}
  const rules = listed().filter((rule) => matchesOrigin(rule.origin, origin))
  if (rules.length === 0) return undefined
  return {credentials: rules.some(({allowCredentials}) => allowCredentials)}
}

function matchesOrigin(pattern: string, origin: string): boolean {
  if (!/^https?:\/\//.test(origin) || hostnameOf(origin) === undefined) return false
  if (pattern === '*') return true
  const parts = pattern.split('*').map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('[^/]*')}$`).test(origin.toLowerCase())
}

/** Whether the server's own address keeps others on the network out. */
export const isLoopbackHost = (host: string): boolean => isLoopbackName(host) || host === '::1'

/** The project named by a host such as `local.localhost:3333`. */
export function projectOfHost(host: string | undefined): string | undefined {
  const hostname = hostnameOfHost(host ?? '')
  return hostname?.endsWith('.localhost') ? hostname.slice(0, -'.localhost'.length) : undefined
}

const MAX_HOSTNAMES = 100
const hostnameOf = remembered(parsedHostname)
const hostnameOfHost = remembered((host) => parsedHostname(`http://${host}`))

/** Every request names its host, and almost all of them the same one. */
function remembered(find: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, string | null>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before ?? undefined
    if (known.size >= MAX_HOSTNAMES) known.clear()
    const found = find(text)
    known.set(text, found ?? null)
    return found
  }
}

function parsedHostname(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const {hostname, username, password, pathname} = new URL(url)
  return username === '' && password === '' && pathname === '/' ? hostname : undefined
}
