import type {Socket} from 'node:net'
import {openConnection, openSocket, requestText} from './connection.ts'
import {type LakeProcess, TOKEN} from './lakeProcess.ts'
import {median} from './statistics.ts'

/** Medians, in milliseconds from sending the change. */
export interface FanOutResult {
  listeners: number
  /** Until the writer has its answer. */
  answered: number
  /** Until the first and the last event stream have their event. */
  first: number
  last: number
}

const LISTENERS = 1000
const CHANGES = 15

/** Changes a document to which a thousand real event streams listen. */
export async function measureFanOut({port}: LakeProcess, ids: readonly string[]): Promise<FanOutResult> {
  const query = encodeURIComponent('*[_type == "project"]')
  const request = requestText('GET', `/v2025-02-19/data/listen/production?query=${query}`, TOKEN)
  const sockets = await Promise.all(Array.from({length: LISTENERS}, () => openListener(port, request)))
  const writer = await openConnection(port)
  const times = {answered: [] as number[], first: [] as number[], last: [] as number[]}
  for (let i = 0; i < CHANGES; i++) {
    const body = JSON.stringify({mutations: [{patch: {id: ids[i] ?? '', set: {amount: i}}}]})
    const start = performance.now()
    const arrivals = Promise.all(sockets.map((socket) => arrivalOf(socket, 'event: mutation')))
    await writer.send(requestText('POST', '/v2025-02-19/data/mutate/production', TOKEN, body))
    times.answered.push(performance.now() - start)
    const sorted = (await arrivals).toSorted((a, b) => a - b)
    times.first.push((sorted[0] ?? 0) - start)
    times.last.push((sorted.at(-1) ?? 0) - start)
  }
  writer.close()
  for (const socket of sockets) socket.destroy()
  return {
    listeners: LISTENERS,
    answered: median(times.answered),
    first: median(times.first),
    last: median(times.last),
  }
}

async function openListener(port: number, request: Buffer): Promise<Socket> {
  const socket = await openSocket(port)
  const welcomed = arrivalOf(socket, 'event: welcome')
  socket.write(request)
  await welcomed
  return socket
}

/** When the end of an event of that kind has arrived. */
function arrivalOf(socket: Socket, event: string): Promise<number> {
  return new Promise((resolve) => {
    let received = ''
    const read = (text: string): void => {
      received += text
      const start = received.indexOf(event)
      if (start === -1 || !received.includes('\n\n', start)) return
      socket.off('data', read)
      resolve(performance.now())
    }
    socket.on('data', read)
  })
}
