import {afterAll, beforeAll, expect, test} from 'vitest'
import {Collected, type RunningLake, runLake} from './runningLake.ts'

/** Presence over a real socket, in the way of the Studio's client. */
let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.stop())

interface Message {
  id?: string
  method?: string
  result?: unknown
  error?: {code: number}
  params?: {result: {type: string; i: string; m?: {sessionId?: string; session?: string}}}
}

async function connect(dataset = 'production') {
  const socket = new WebSocket(
    `${lake.server.url.replace('http', 'ws')}/v2022-06-30/socket/${dataset}?tag=sanity.studio`,
  )
  const messages = new Collected<Message>()
  socket.addEventListener('message', ({data}) => {
    if (data !== '♥') messages.add(JSON.parse(String(data)) as Message)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let calls = 0
  return {
    messages,
    close: () => socket.close(),
    async call(method: string, params: object) {
      const id = `${method}-${++calls}`
      socket.send(JSON.stringify({jsonrpc: '2.0', id, method, params: {...params, apiVersion: 'v1'}}))
      const all = await messages.until((got) => got.some((message) => message.id === id))
      return all.find((message) => message.id === id)
    },
  }
}

const eventsOf = (messages: readonly Message[]) => messages.flatMap(({params}) => params?.result ?? [])

test('two people see each other come, move and go', async () => {
  const anna = await connect()
  const ben = await connect()
  expect(await anna.call('authorization', {authorization: `Bearer ${lake.server.token}`})).toMatchObject({
    result: 'ok',
  })
  expect(
    await ben.call('authorization', {authorization: `Bearer ${await lake.tokenOf('editor')}`}),
  ).toMatchObject({
    result: 'ok',
  })
  await ben.call('presence_subscribe', {})
  await anna.call('presence_announce', {
    data: {sessionId: 'a1', locations: [{type: 'document', documentId: 'p1', path: ['title']}]},
  })
  anna.close()
  const messages = await ben.messages.until((got) => eventsOf(got).length >= 2)
  expect(eventsOf(messages)).toMatchObject([
    {type: 'state', i: 'administrator', m: {sessionId: 'a1'}},
    {type: 'disconnect', i: 'administrator', m: {session: 'a1'}},
  ])
  ben.close()
})

test('another dataset hears nothing, and a stranger nothing at all', async () => {
  const [anna, elsewhere, stranger] = await Promise.all([connect(), connect('other'), connect()])
  const authorization = `Bearer ${lake.server.token}`
  await Promise.all([anna, elsewhere].map((member) => member.call('authorization', {authorization})))
  expect(await stranger.call('authorization', {authorization: 'Bearer wrong'})).toMatchObject({
    error: {code: 4001},
  })
  expect(await stranger.call('presence_subscribe', {})).toMatchObject({error: {code: 4001}})
  await anna.call('presence_subscribe', {})
  await elsewhere.call('presence_subscribe', {})
  await anna.call('presence_rollcall', {session: 'a1'})
  await anna.messages.until((got) => eventsOf(got).length > 0)
  expect(eventsOf(elsewhere.messages.items)).toEqual([])
  expect(eventsOf(stranger.messages.items)).toEqual([])
  for (const member of [anna, elsewhere, stranger]) member.close()
})
