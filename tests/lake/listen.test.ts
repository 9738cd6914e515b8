import {get, type IncomingMessage} from 'node:http'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {Collected, type RunningLake, runLake} from './runningLake.ts'

/** The stream itself, over HTTP and through the WebSocket tunnel: both carry the very same text. */
let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.stop())

interface Frame {
  event: string
  id?: string
  data: {documentId?: string; transactionId?: string; message?: string; reason?: string}
}

interface Stream {
  frames: Collected<Frame>
  close(): Promise<void>
}

type Open = (options?: {
  lastEventId?: string
  query?: string
  parameters?: string
  token?: string
}) => Promise<Stream>

const addressOf = (query = '*[_type == "heard"]', parameters = '&enableResume=true') =>
  `/v2025-02-19/data/listen/production?includeAllVersions=true&query=${encodeURIComponent(query)}${parameters}`

/** Cuts text into frames as they become whole. */
function frameReader(frames: Collected<Frame>): (text: string) => void {
  let rest = ''
  return (text) => {
    const parts = (rest + text).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const fields = new Map(
        part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      )
      const event = fields.get('event')
      if (event !== undefined)
        frames.add({event, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? 'null')})
    }
  }
}

const overHttp: Open = async ({lastEventId, query, parameters, token = lake.server.token} = {}) => {
  const abort = new AbortController()
  const headers = {authorization: `Bearer ${token}`, ...(lastEventId ? {'last-event-id': lastEventId} : {})}
  const response = await fetch(lake.server.url + addressOf(query, parameters), {
    headers,
    signal: abort.signal,
  })
  const frames = new Collected<Frame>()
  const read = frameReader(frames)
  const reading = (async () => {
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) read(text)
  })().catch(() => undefined)
  return {
    frames,
    async close() {
      abort.abort()
      await reading
    },
  }
}

const throughTunnel: Open = async ({lastEventId, query, parameters, token = lake.server.token} = {}) => {
  const address = new URL(lake.server.url + addressOf(query, parameters))
  address.protocol = 'ws:'
  address.searchParams.set('access_token', token)
  if (lastEventId) address.searchParams.set('last_event_id', lastEventId)
  const socket = new WebSocket(address)
  const frames = new Collected<Frame>()
  const read = frameReader(frames)
  socket.addEventListener('message', ({data}) => read(String(data)))
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => resolve())
  })
  return {
    frames,
    close() {
      socket.close()
      return closed
    },
  }
}

const names = (frames: readonly Frame[]) => frames.map(({event}) => event)
const has = (event: string) => (frames: readonly Frame[]) => names(frames).includes(event)
const heard = (frames: readonly Frame[]) => frames.flatMap(({data}) => data.documentId ?? [])

describe.each<[string, Open]>([
  ['HTTP', overHttp],
  ['the WebSocket tunnel', throughTunnel],
])('over %s', (transport, open) => {
  const id = (name: string) => `${name}-${transport === 'HTTP' ? 'http' : 'ws'}`
  const create = (name: string) => lake.client().create({_type: 'heard', _id: id(name)})

  test('welcome comes first, then what happens', async () => {
    const stream = await open()
    await stream.frames.until(has('welcome'))
    await create('first')
    const frames = await stream.frames.until(has('mutation'))
    expect(names(frames)).toEqual(['welcome', 'mutation'])
    expect(heard(frames)).toEqual([id('first')])
    await stream.close()
  })

  test('a lost connection goes on from where it was, with exactly what was missed', async () => {
    const before = await open()
    await before.frames.until(has('welcome'))
    await create('seen')
    const last = (await before.frames.until(has('mutation'))).at(-1)
    await before.close()

    await create('missed-1')
    await lake.client().create({_type: 'unheard', _id: id('unheard')})
    await lake
      .client()
      .transaction()
      .create({_type: 'heard', _id: id('missed-2')})
      .create({_type: 'heard', _id: id('missed-3')})
      .commit()

    const after = await open({lastEventId: last?.id})
    await after.frames.until((frames) => heard(frames).length >= 3)
    await create('live')
    const frames = await after.frames.until((all) => heard(all).includes(id('live')))
    expect(names(frames)).toEqual(['welcomeback', 'mutation', 'mutation', 'mutation', 'mutation'])
    expect(heard(frames)).toEqual(['missed-1', 'missed-2', 'missed-3', 'live'].map(id))
    await after.close()
  })

  test('a connection lost right after its welcome goes on from there', async () => {
    const before = await open()
    const [welcome] = await before.frames.until(has('welcome'))
    await before.close()
    await create('after-welcome')
    const after = await open({lastEventId: welcome?.id})
    expect(heard(await after.frames.until(has('mutation')))).toEqual([id('after-welcome')])
    expect(names(after.frames.items)).toEqual(['welcomeback', 'mutation'])
    await after.close()
  })

  test('a position in the middle of a transaction brings the rest of it', async () => {
    const {transactionId} = await lake
      .client()
      .transaction()
      .create({_type: 'heard', _id: id('part-1')})
      .create({_type: 'heard', _id: id('part-2')})
      .commit()
    const stream = await open({lastEventId: `${transactionId}#${id('part-1')}`})
    const frames = await stream.frames.until(has('mutation'))
    expect(frames[1]?.data).toMatchObject({documentId: id('part-2'), transactionTotalEvents: 1})
    await stream.close()
  })

  test.each(['unknown#p', 'nonsense', '#@99999999', 'x#@0'])(
    'position %s is answered with reset',
    async (lastEventId) => {
      const stream = await open({lastEventId})
      expect(names(await stream.frames.until((frames) => frames.length > 0))).toEqual(['reset'])
      await stream.close()
    },
  )

  test('without enableResume a position means nothing', async () => {
    const stream = await open({lastEventId: 'unknown#p', parameters: ''})
    expect(names(await stream.frames.until((frames) => frames.length > 0))).toEqual(['welcome'])
    await stream.close()
  })

  test('a bad filter is told in the stream', async () => {
    const stream = await open({query: '*['})
    const [frame] = await stream.frames.until((frames) => frames.length > 0)
    expect(frame).toMatchObject({event: 'channelError', data: {error: {type: 'queryParseError'}}})
    await stream.close()
  })
})

test('a tunnel without a right to what it asks for is refused for good, and says so', async () => {
  const stream = await throughTunnel({token: 'wrong'})
  const [frame] = await stream.frames.until((frames) => frames.length > 0)
  expect(frame).toMatchObject({event: 'disconnect', data: {reason: expect.stringContaining('Unauthorized')}})
  await stream.close()
})

test('streams end when their reader goes', async () => {
  const stream = await overHttp()
  await stream.frames.until(has('welcome'))
  await stream.close()
  await expect.poll(async () => (await (await lake.request('/health')).json()).openStreams).toBe(0)
})

test('a reader that stops reading is cut off, and the others go on', async () => {
  const slow = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = {authorization: `Bearer ${lake.server.token}`}
    get(lake.server.url + addressOf('*[_type == "large"]'), {headers}, resolve).on('error', reject)
  })
  slow.pause()
  const cutOff = new Promise<void>((resolve) => {
    slow.once('close', resolve)
    slow.once('error', () => resolve())
  })
  const quick = await overHttp()
  await quick.frames.until(has('welcome'))
  const text = 'x'.repeat(3_500_000)
  for (let round = 0; round < 8; round++) {
    await lake.client().createOrReplace({_type: 'large', _id: 'large', text: `${round}${text}`})
  }
  await lake.client().create({_type: 'heard', _id: 'after-the-flood'})
  expect(heard(await quick.frames.until(has('mutation')))).toEqual(['after-the-flood'])
  await quick.close()
  await expect.poll(async () => (await (await lake.request('/health')).json()).openStreams).toBe(0)
  slow.resume()
  await cutOff
})

describe('a stream ends for good', () => {
  const reasonOf = (stream: Stream) =>
    stream.frames.until(has('disconnect')).then((frames) => frames.at(-1)?.data.reason)

  test('with its dataset', async () => {
    const admin = lake.client({dataset: 'passing'})
    await admin.datasets.create('passing', {aclMode: 'private'})
    const heardOf = new Collected<string>()
    const subscription = admin.listen('*', {}, {events: ['welcome']}).subscribe({
      next: ({type}) => heardOf.add(type),
      error: (error: Error) => heardOf.add(error.message),
    })
    await heardOf.until((items) => items.includes('welcome'))
    await admin.datasets.delete('passing')
    const [, told] = await heardOf.until((items) => items.length > 1)
    expect(told).toContain('Dataset "passing" was deleted')
    subscription.unsubscribe()
  })

  test('with its token', async () => {
    const token = await lake.tokenOf('viewer')
    const stream = await overHttp({token})
    const other = await overHttp()
    await stream.frames.until(has('welcome'))
    await lake.request('/v1/auth/logout', {method: 'POST', token})
    expect(await reasonOf(stream)).toBe('Signed out')
    await lake.client().create({_type: 'heard', _id: 'still-heard'})
    expect(heard(await other.frames.until(has('mutation')))).toEqual(['still-heard'])
    await other.close()
  })
})
