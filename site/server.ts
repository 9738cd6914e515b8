import {createServer, type Server} from 'node:http'

import {getRequestListener} from '@hono/node-server'

import {createSite, type SiteOptions} from './app.ts'

/** How to start the site. */
export interface SiteServerOptions extends Omit<SiteOptions, 'origin'> {
  /** 0 takes a free one. */
  port: number
  /** Name or address to bind to; this machine alone unless given. */
  host?: string
  /** The address that the public knows the site by; `http://localhost:<port>` unless given. */
  origin?: string
}

/** A site that answers. */
export interface SiteServer {
  url: string
  port: number
  close(): Promise<void>
}

/** Answers on the port. Rejects when the port is taken. */
export async function startSite(options: SiteServerOptions): Promise<SiteServer> {
  let url = options.origin ?? ''
  const site = createSite({...options, origin: () => url})
  const listener = getRequestListener((request) => site.fetch(request), {overrideGlobalObjects: false})
  const server = createServer((request, response) => void listener(request, response))
  try {
    const port = await listen(server, options.port, options.host ?? 'localhost')
    url = options.origin ?? `http://localhost:${port}`
    return {
      url,
      port,
      async close() {
        site.close()
        const closed = new Promise((resolve) => {
          server.close(resolve)
        })
        // Open pages hold a stream that would never end by itself.
        server.closeAllConnections()
        await closed
      },
    }
  } catch (error) {
    site.close()
    throw error
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('A server has a port'))
      else resolve(address.port)
    })
  })
}
