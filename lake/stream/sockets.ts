import {Buffer} from 'node:buffer'
import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {createPresenceRoom, type PresenceConnection, type PresenceRoom} from './presence.ts'
import {isStreamPath, pumpStream, tunnelledRequest} from './tunnel.ts'

/** What the sockets need of the server around them. */
export interface SocketDependencies {
  /** Answers a request as the HTTP server would. */
  fetch(request: Request): Response | Promise<Response>
  /** Whether a page from `origin` may connect to the lake that it addresses as `host`. */
  allows(host: string | undefined, origin: string | undefined): boolean
  /** The user behind an `Authorization` value, when it is good for reading. */
  identify: PresenceConnection['identify']
  /** Told of faults of the lake itself. */
  report(error: unknown): void
  /** The project that an address belongs to when its path doesn't say. */
  projectOf(host: string | undefined): string
}

/** The WebSocket side of the server. */
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

const HEARTBEAT_MS = 10_000
const HEARTBEAT = '♥'
/** What a reader gets to take note that the server stops. */
const CLOSING_MS = 1000
/** Presence messages are small; the tunnel only sends. */
const MAX_MESSAGE_BYTES = 256 * 1024
/** A member that leaves more than this unread is cut off. */
const MAX_UNREAD_BYTES = 1024 * 1024
const PRESENCE_PATH = /^\/+v[\dX][\d-]*\/socket\/([^/]+)$/

/** Creates the WebSocket side: stream tunnels and presence. */
export function createSockets(dependencies: SocketDependencies): Sockets {
  const server = new WebSocketServer({noServer: true, maxPayload: MAX_MESSAGE_BYTES})
  const rooms = new Map<string, PresenceRoom>()
  const present = new Set<WebSocket>()
  const heartbeat = setInterval(() => {
    for (const socket of present) socket.send(HEARTBEAT)
  }, HEARTBEAT_MS)
  heartbeat.unref()

  const roomOf = (key: string): PresenceRoom => {
    const room = rooms.get(key) ?? createPresenceRoom()
    rooms.set(key, room)
    return room
  }

  const meet = (socket: WebSocket, room: PresenceRoom): void => {
    const member = room.join({
      send(message) {
        if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
        else socket.send(JSON.stringify(message))
      },
      identify: dependencies.identify,
    })
    present.add(socket)
    socket.on('message', (data, isBinary) => {
      if (isBinary || !Buffer.isBuffer(data)) return socket.close(UNSUPPORTED)
      try {
        member.receive(data.toString())
      } catch (error) {
        dependencies.report(error)
        socket.close(INTERNAL_ERROR)
      }
    })
    socket.once('close', () => {
      present.delete(socket)
      member.leave()
    })
  }

  return {
    upgrade(request, socket, head) {
      const {host, origin} = request.headers
      if (!dependencies.allows(host, origin)) return refuse(socket, '403 Forbidden')
      const address = `http://${host}${request.url ?? '/'}`
      if (!URL.canParse(address)) return refuse(socket, '400 Bad Request')
      const url = new URL(address)
      const accept = (use: (open: WebSocket) => void): void =>
        server.handleUpgrade(request, socket, head, (open) => {
          // A broken connection also closes; there is nothing more to learn from the error.
          open.on('error', () => open.terminate())
          use(open)
        })

      const dataset = PRESENCE_PATH.exec(url.pathname)?.[1]
      if (dataset !== undefined) {
        accept((open) => meet(open, roomOf(`${dependencies.projectOf(host)}/${dataset}`)))
      } else if (isStreamPath(url.pathname)) {
        accept((open) => void tunnel(open, tunnelledRequest(url, host ?? '')))
      } else {
        refuse(socket, '404 Not Found')
      }
    },
    close() {
      clearInterval(heartbeat)
      for (const socket of server.clients) socket.close(GOING_AWAY)
      server.close()
      const late = setTimeout(() => {
        for (const socket of server.clients) socket.terminate()
      }, CLOSING_MS)
      late.unref()
    },
  }

  async function tunnel(open: WebSocket, request: Request): Promise<void> {
    await pumpStream(await dependencies.fetch(request), open)
  }
}

const GOING_AWAY = 1001
const UNSUPPORTED = 1003
const INTERNAL_ERROR = 1011

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
