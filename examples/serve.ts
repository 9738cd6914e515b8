/**
 * Serves the examples for the browser: `npx node examples/serve.ts`, then open the printed addresses while
 * `npm start` runs. `?lake=…` in the address names a lake elsewhere.
 */
import {mkdir, readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {bundleForBrowser} from '../queries/build.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const built = join(here, '..', 'dist', 'examples')

const FILES: Record<string, {file: string; type: string}> = {
  '/browser/': {file: join(here, 'browser', 'index.html'), type: 'text/html; charset=utf-8'},
  '/react/': {file: join(here, 'react', 'index.html'), type: 'text/html; charset=utf-8'},
  '/fund-client.js': {file: join(built, 'fund-client.js'), type: 'text/javascript'},
  '/react.js': {file: join(built, 'react.js'), type: 'text/javascript'},
}

/** Builds the examples and serves them; 0 takes a free port. */
export async function serveExamples(port: number): Promise<{url: string; close(): void}> {
  await mkdir(built, {recursive: true})
  await bundleForBrowser(join(here, '..', 'queries', 'index.ts'), join(built, 'fund-client.js'))
  await bundleForBrowser(join(here, 'react', 'app.tsx'), join(built, 'react.js'))
  const server = createServer((request, response) => {
    const found = FILES[new URL(request.url ?? '/', 'http://localhost').pathname]
    if (!found) {
      response.writeHead(404).end()
      return
    }
    void readFile(found.file).then((body) => response.writeHead(200, {'content-type': found.type}).end(body))
  })
  await new Promise<void>((resolve) => {
    server.listen(port, 'localhost', resolve)
  })
  const {port: taken} = server.address() as AddressInfo
  return {url: `http://localhost:${taken}`, close: () => server.close()}
}

if (import.meta.main) {
  const {url} = await serveExamples(Number(process.env['PORT'] ?? 4321))
  process.stdout.write(`${url}/browser/\n${url}/react/\n`)
}
