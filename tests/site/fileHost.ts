import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {startHost, type Host} from '../host/startHost.ts'

/** Serves a folder as plain hosts do: a file, else the page of a folder, else the page for what is not there. */
export function startFileHost(folder: string): Promise<Host> {
  return startHost((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const file = join(folder, path)
    void readFile(file)
      .catch(() => readFile(join(file, 'index.html')))
      .then(
        (body) => response.writeHead(200).end(body),
        async () => response.writeHead(404).end(await readFile(join(folder, '404.html'))),
      )
  }, 'localhost')
}
