import {type Socket, connect} from 'node:net'

/** One kept-open HTTP connection that costs the measuring side as little as possible. */
export interface Connection {
  /** Sends a request and resolves with the body once the whole answer is here; rejects unless it is a 200. */
  send(request: Buffer): Promise<string>
  close(): void
}

/** Opens a connection to a port of this machine. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = await openSocket(port)
  let received = ''
  let answered: ((body: string) => void) | undefined
  let refused: ((error: unknown) => void) | undefined
  socket.on('data', (text: string) => {
    received += text
    try {
      const body = bodyIn(received)
      if (body === undefined) return
      received = ''
      answered?.(body)
    } catch (error) {
      received = ''
      refused?.(error)
    }
  })
  socket.on('error', (error) => refused?.(error))
  socket.once('close', () => refused?.(new Error('The connection was closed')))
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve
        refused = reject
        if (socket.destroyed) reject(new Error('The connection was closed before it was used'))
        else socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** Opens a bare connection that gives what it receives as text. */
export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.setNoDelay(true)
    socket.setEncoding('latin1')
    socket.once('error', reject)
  })
}

/** The text of a request. */
export function requestText(method: string, path: string, token: string, body = ''): Buffer {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    `authorization: Bearer ${token}`,
    ...(body === '' ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
}

function bodyIn(received: string): string | undefined {
  const start = received.indexOf('\r\n\r\n') + 4
  if (start < 4) return undefined
  const head = received.slice(0, start)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined && received.length - start < Number(length)) return undefined
  if (!head.startsWith('HTTP/1.1 200')) {
    throw new Error(`The lake answered ${head.split('\r\n')[0]}: ${received.slice(start)}`)
  }
  if (length !== undefined) return received.slice(start)
  return received.endsWith('0\r\n\r\n') ? received.slice(start) : undefined
}
