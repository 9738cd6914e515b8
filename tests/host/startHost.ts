import {createServer, type RequestListener} from 'node:http'

/** A host of a test on the loopback interface. */
export interface Host {
  url: string
  port: number
  /** Also ends the connections that are open. */
  close(): Promise<void>
}

/**
 * Answers on a free port.
 *
 * @param name that of the loopback interface which the host has in its address
 */
export async function startHost(
  answer: RequestListener,
  name: 'localhost' | '127.0.0.1' = '127.0.0.1',
): Promise<Host> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(0, name, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
