import type {IncomingMessage, ServerResponse} from 'node:http'
import {isAllowedHost} from '../access/origins.ts'
import type {Identity} from '../access/roles.ts'
import type {QueryEngine, QueryRequest} from '../query/index.ts'
import {requestOf, shownText} from './askedQuery.ts'
import {openDataset, projectIn} from './dataset.ts'
import {errorAnswer} from './errors.ts'
import {type QueryAddress, QueryAddresses} from './queryAddresses.ts'
import type {Services} from './services.ts'

const MAX_KNOWN = 1000
/** Longer addresses are rare, and would take the room. */
const MAX_KNOWN_LENGTH = 4000
const JSON_HEADERS = ['content-type', 'application/json', 'x-content-type-options', 'nosniff']

/** Tells whether it answers a request; one that it doesn't is the app's. */
export type DirectAnswer = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * Answers the query of a GET request right on its connection. Most of what reaches a lake are short
 * queries, and making web-standard objects of request and answer costs several times what answering
 * does. Plans, pages on other origins and faulty addresses take the usual way; what is asked and
 * answered is the same on both.
 */
export function directQuery(services: Services): DirectAnswer {
  const {access, report} = services
  const addresses = new QueryAddresses()
  const known = new Map<string, AskedAgain>()

  const read = (url: string): AskedAgain | undefined => {
    const address = addresses.read(url)
    if (address === undefined) return undefined
    const asked = new AskedAgain(address)
    if (known.size >= MAX_KNOWN) known.clear()
    if (url.length <= MAX_KNOWN_LENGTH) known.set(url, asked)
    return asked
  }

  return ({method, url = '', headers}, response) => {
    if (method !== 'GET' || headers.origin !== undefined || !isAllowedHost(headers.host, services))
      return false
    const asked = known.get(url) ?? read(url)
    if (asked === undefined) return false
    const show = (text: string): void =>
      send(response, 200, shownText(asked.address.asked, text, services.origin()))
    const fail = (error: unknown): void => {
      const {status, body} = errorAnswer(error, report)
      send(response, status, JSON.stringify(body))
    }
    try {
      const project = projectOf(asked.address, headers, services)
      const identity = access.identify(headers.authorization)
      const dataset = openDataset({project, identity, named: asked.address.dataset}, services)
      const {request, key} = asked.by(identity, dataset.engine)
      const before = key === undefined ? undefined : dataset.answered(key)
      if (before === undefined) dataset.query(request, key).then(show).catch(fail)
      else show(before)
    } catch (error) {
      fail(error)
    }
    return true
  }
}

/** What an address asks, and what is asked of the engine in the name of who sent it last. */
class AskedAgain {
  readonly address: QueryAddress
  #identity: Identity | undefined
  #asked: {request: QueryRequest; key: string | undefined} | undefined

  constructor(address: QueryAddress) {
    this.address = address
  }

  by(identity: Identity, engine: QueryEngine): {request: QueryRequest; key: string | undefined} {
    if (this.#asked !== undefined && this.#identity === identity) return this.#asked
    const request = requestOf(this.address.asked, identity)
    this.#identity = identity
    return (this.#asked = {request, key: engine.keyOf(request)})
  }
}

function projectOf(
  {project}: QueryAddress,
  headers: IncomingMessage['headers'],
  {defaultProject}: Services,
): string {
  const header = headers['x-sanity-project-id']
  const named = {path: project, header: Array.isArray(header) ? header[0] : header, host: headers.host}
  return projectIn(named, defaultProject)
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, [...JSON_HEADERS, 'content-length', String(Buffer.byteLength(text))])
  response.end(text)
}
