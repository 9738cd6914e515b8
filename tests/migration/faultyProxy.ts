import type {IncomingMessage, ServerResponse} from 'node:http'
import {text} from 'node:stream/consumers'

import {startHost, type Host} from '../host/startHost.ts'

/** A request on its way to the lake. */
export interface Passing {
  /** Counted from 1. */
  number: number
  method: string
  path: string
}

/** What becomes of a request: it passes; it gets this answer and never arrives; it, or its answer, is lost. */
export type Fate = 'pass' | 'lose request' | 'lose answer' | {status: number; retryAfter?: number}

export interface FaultyProxy extends Host {
  /** What passed by, in order. */
  seen: readonly Passing[]
}

/**
 * Stands before a lake on the loopback interface and lets happen what networks and overloaded services do.
 *
 * @param fateOf decides for each request; may do something of its own first, such as killing who asks
 * @param afterwards told when a request took effect and its answer is about to be lost
 */
export async function faultyProxy(
  lakeUrl: string,
  fateOf: (request: Passing) => Fate,
  afterwards: (request: Passing) => void = () => {},
): Promise<FaultyProxy> {
  const seen: Passing[] = []
  const host = await startHost((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const passing = {number: seen.length + 1, method: request.method ?? 'GET', path: request.url ?? '/'}
    seen.push(passing)
    const body = Buffer.from(await text(request.setEncoding('latin1')), 'latin1')
    const fate = fateOf(passing)
    if (typeof fate === 'object') {
      const {status, retryAfter} = fate
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(retryAfter === undefined ? {} : {'retry-after': String(retryAfter)}),
      })
      response.end(JSON.stringify({statusCode: status, error: 'Fault', message: 'Planted by the test'}))
      return
    }
    if (fate === 'lose request') {
      response.destroy()
      return
    }
    const answer = await fetch(`${lakeUrl}${passing.path}`, {
      method: passing.method,
      headers: headersOf(request),
      ...(body.length > 0 ? {body} : {}),
    })
    const content = Buffer.from(await answer.arrayBuffer())
    if (fate === 'lose answer') {
      afterwards(passing)
      response.destroy()
      return
    }
    response.writeHead(answer.status, {'content-type': answer.headers.get('content-type') ?? 'text/plain'})
    response.end(content)
  }

  return {...host, seen}
}

/** Without what belongs to the one connection. */
function headersOf({headers}: IncomingMessage): Headers {
  const kept = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' && !/^(?:host|connection|content-length|accept-encoding)$/.test(name))
      kept.set(name, value)
  }
  return kept
}
