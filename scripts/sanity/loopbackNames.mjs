// Loaded into the stock Sanity CLI while it works on the embedded lake. The CLI addresses a project as
// <project>.localhost, which many systems don't resolve, and @sanity/migrate insists on https. Plain
// JavaScript, since the CLI also starts workers that don't strip types.
import dns from 'node:dns'
import {syncBuiltinESMExports} from 'node:module'

/** @param {string} hostname a host name */
const isLoopback = (hostname) => hostname === 'localhost' || hostname.endsWith('.localhost')

const {lookup} = dns
// The callback comes last, with or without options before it.
dns.lookup = Object.assign(
  (/** @type {string} */ hostname, /** @type {unknown[]} */ ...rest) =>
    Reflect.apply(lookup, dns, [isLoopback(hostname) ? 'localhost' : hostname, ...rest]),
  lookup,
)
syncBuiltinESMExports()

const {fetch} = globalThis
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.protocol !== 'https:' || !isLoopback(url.hostname)) return fetch(input, init)
  url.protocol = 'http:'
  return fetch(input instanceof Request ? new Request(url, input) : url, init)
}
