import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {join} from 'node:path'

/** A host that serves the files of a folder, and knows nothing else. */
export interface FileHost {
  url: string
  close(): Promise<void>
}

/** Serves a folder as plain hosts do: a file, else the page of a folder, else the page for what is not there. */
export async function startFileHost(folder: string): Promise<FileHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const file = join(folder, path)
    void readFile(file)
      .catch(() => readFile(join(file, 'index.html')))
      .then(
        (body) => response.writeHead(200).end(body),
        async () => response.writeHead(404).end(await readFile(join(folder, '404.html'))),
      )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
