import {Hono} from 'hono'
import {html} from 'hono/html'
import type {LakeEnv, Services} from './services.ts'

/** How the lake is doing, and what clients asked for that it does not have. */
export function healthRoutes({ledger, streams}: Services): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .get('/health', (c) => {
      const state = {
        status: 'ok',
        uptimeSeconds: Math.round(process.uptime()),
        memoryBytes: process.memoryUsage.rss(),
        openStreams: streams.size,
        unknownEndpoints: ledger.entries,
      }
      const wantsPage = c.req.header('accept')?.includes('text/html') ?? false
      return wantsPage ? c.html(page(state)) : Response.json(state)
    })
    .get('/ledger', () => Response.json(ledger.entries))
}

interface State {
  status: string
  uptimeSeconds: number
  memoryBytes: number
  openStreams: number
  unknownEndpoints: Services['ledger']['entries']
}

const page = (state: State) =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>Content Lake</title>
      <style>
        body {
          font: 16px/1.5 system-ui;
          max-width: 50rem;
          margin: 2rem auto;
          padding: 0 1rem;
        }
        td,
        th {
          padding: 0.25rem 1rem 0.25rem 0;
          text-align: left;
        }
      </style>
      <h1>Content Lake: ${state.status}</h1>
      <p>
        Up for ${state.uptimeSeconds} s, ${Math.round(state.memoryBytes / 1024 / 1024)} MB of memory,
        ${state.openStreams} open streams.
      </p>
      <h2>Endpoints asked for that it does not have</h2>
      ${
        state.unknownEndpoints.length === 0
          ? html`<p>None.</p>`
          : html`<table>
              <tr>
                <th>Method</th>
                <th>Path</th>
                <th>Times</th>
                <th>Last</th>
              </tr>
              ${state.unknownEndpoints.map(
                ({method, path, count, lastSeen}) =>
                  html`<tr>
                    <td>${method}</td>
                    <td>${path}</td>
                    <td>${count}</td>
                    <td>${lastSeen}</td>
                  </tr>`,
              )}
            </table>`
      }
    </html>`
