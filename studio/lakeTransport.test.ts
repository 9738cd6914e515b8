import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type WebSocket as Socket, WebSocketServer} from 'ws'
import {lakeFetch} from './lakeTransport.ts'

const server = createServer((_, response) => response.end('plain'))
let tunnels: WebSocketServer
let origin: string
let connected: Promise<{socket: Socket; url: URL}>

beforeEach(async () => {
  tunnels = new WebSocketServer({server})
  connected = new Promise((resolve) => {
    tunnels.once('connection', (socket, request) =>
      resolve({socket, url: new URL(request.url ?? '', 'http://localhost')}),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  tunnels.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const listen = (signal?: AbortSignal) =>
  lakeFetch(`${origin}/v2025-02-19/data/listen/production?query=*`, {
    headers: {Authorization: 'Bearer secret', 'Last-Event-ID': 'production#12'},
    signal,
  })

test('an ordinary request is fetched', async () => {
  const answer = await lakeFetch(`${origin}/v1/users/me`)
  expect(await answer.text()).toBe('plain')
})

test('a stream carries what the server sends, until the server ends it', async () => {
  const answer = await listen()
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const {socket, url} = await connected
  expect(Object.fromEntries(url.searchParams)).toEqual({
    query: '*',
    access_token: 'secret',
    last_event_id: 'production#12',
  })
  socket.send('event: welcome\n')
  socket.send('data: {"name":"é"}\n\n')
  socket.close()
  expect(await answer.text()).toBe('event: welcome\ndata: {"name":"é"}\n\n')
})

test('aborting closes the tunnel and fails the body', async () => {
  const abort = new AbortController()
  const answer = await listen(abort.signal)
  const {socket} = await connected
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const text = answer.text()
  abort.abort(new Error('enough'))
  await expect(text).rejects.toThrow('enough')
  await closed
})

test('a refused tunnel fails like a refused fetch', async () => {
  tunnels.options.verifyClient = () => false
  await expect(listen()).rejects.toThrow(TypeError)
})
