import {expect, test} from 'vitest'
import {encodeEvent, openEventStream} from './eventStream.ts'

test('an event is its name, its position and one line of JSON', () => {
  expect(encodeEvent({name: 'mutation', id: 't1#p', data: {text: 'two\nlines'}})).toBe(
    'event: mutation\nid: t1#p\ndata: {"text":"two\\nlines"}\n\n',
  )
  expect(encodeEvent({name: 'welcome', data: {}})).toBe('event: welcome\ndata: {}\n\n')
})

test('a position can not begin another event', () => {
  expect(encodeEvent({name: 'mutation', id: 'a\n\nevent: reset', data: 1})).toBe(
    'event: mutation\nid: aevent: reset\ndata: 1\n\n',
  )
})

test('what is sent is what is read, up to the end', async () => {
  const stream = openEventStream()
  stream.send([{name: 'welcome', data: {}}])
  stream.comment()
  stream.end()
  stream.send([{name: 'late', data: {}}])
  expect(await stream.response.text()).toBe('event: welcome\ndata: {}\n\n:\n\n')
})

test('a reader that leaves too much unread is cut off, and what it left is let go', async () => {
  const stream = openEventStream(100)
  let closed = 0
  stream.onClose(() => closed++)
  stream.send([{name: 'a', data: 'x'.repeat(60)}])
  expect(closed).toBe(0)
  stream.send([{name: 'b', data: 'x'.repeat(60)}])
  expect(closed).toBe(1)
  await expect(stream.response.text()).rejects.toThrow('too slow')
})

test('a reader that goes away closes the stream once', async () => {
  const stream = openEventStream()
  let closed = 0
  stream.onClose(() => closed++)
  await stream.response.body?.cancel()
  stream.end()
  expect(closed).toBe(1)
})
