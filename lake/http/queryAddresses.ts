import type {Json} from '../model/document.ts'
import {type AskedQuery, queryInAddress} from './askedQuery.ts'

/** What the address of a plain query says. */
export interface QueryAddress {
  project: string | undefined
  dataset: string
  asked: AskedQuery
}

/** The two addresses of a dataset's query endpoint. */
const PATH =
  /^\/(v[0-9X][0-9-]*)\/(?:data\/query\/([a-z0-9][-\w]*)|projects\/([a-zA-Z0-9-]+)\/datasets\/([a-z0-9][-\w]*)\/query)\?/
/** The start of a parameter of the query, as clients write it. */
const PARAMETER = /^(?:%24|\$)/

const MAX_KNOWN = 1000
/** Longer addresses are rare, and would take the room. */
const MAX_KNOWN_LENGTH = 4000

/**
 * Reads addresses of queries. Clients ask a few queries with many values of their parameters: the
 * parameters are read each time, and the rest is remembered.
 */
export class QueryAddresses {
  readonly #known = new Map<string, QueryAddress>()

  /** Reads an address; undefined when it is none of a plain query, or anything is wrong with it. */
  read(url: string): QueryAddress | undefined {
    const start = url.indexOf('?') + 1
    if (start === 0 || url.includes('#')) return undefined
    try {
      let rest = url.slice(0, start)
      const params: [string, Json][] = []
      for (const part of url.slice(start).split('&')) {
        if (PARAMETER.test(part)) params.push(readParameter(part))
        else rest += `${part}&`
      }
      const address = this.#readRest(rest)
      if (address === undefined || params.length === 0) return address
      // Of parameters with one name, the first counts.
      return {...address, asked: {...address.asked, params: Object.fromEntries(params.reverse())}}
    } catch {
      return undefined
    }
  }

  #readRest(text: string): QueryAddress | undefined {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const [path, apiVersion = '', plain, project, resource = ''] = PATH.exec(text) ?? []
    if (path === undefined) return undefined
    const asked = queryInAddress(new URLSearchParams(text.slice(path.length)), apiVersion)
    if (asked.explain) return undefined
    const address = {project, dataset: plain ?? resource, asked}
    if (this.#known.size >= MAX_KNOWN) this.#known.clear()
    if (text.length <= MAX_KNOWN_LENGTH) this.#known.set(text, address)
    return address
  }
}

function readParameter(part: string): [string, Json] {
  const end = part.indexOf('=')
  const name = decode(end === -1 ? part : part.slice(0, end))
  return [name.slice(1), JSON.parse(decode(part.slice(end + 1))) as Json]
}

const decode = (text: string): string =>
  text.includes('%') || text.includes('+') ? decodeURIComponent(text.replaceAll('+', ' ')) : text
