import {describe, expect, test} from 'vitest'
import {LakeError} from '../model/errors.ts'
import {readJson} from './body.ts'

const posted = (body: BodyInit) => new Request('http://localhost/', {method: 'POST', body})

async function statusOf(body: BodyInit, limit?: number): Promise<number> {
  try {
    await readJson(posted(body), limit)
    return 200
  } catch (error) {
    if (error instanceof LakeError) return error.status
    throw error
  }
}

describe('refused with 400', () => {
  test.each<[string, BodyInit]>([
    ['nothing', ''],
    ['half a document', '{"a":'],
    ['text', 'hello'],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a lone surrogate', '{"a":"\\ud800"}'],
    ['a number out of range', '{"a":1e400}'],
    ['a prototype key', '{"a":{"__proto__":{"polluted":true}}}'],
    ['an escaped prototype key', '{"a":{"\\u005f_proto__":{"polluted":true}}}'],
    ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000)],
  ])('%s', async (_name, body) => {
    expect(await statusOf(body)).toBe(400)
    expect({}).not.toHaveProperty('polluted')
  })
})

test.each<[string, BodyInit]>([
  ['a byte order mark', '\ufeff{"a":1}'],
  ['CRLF', '{\r\n"a":1}\r\n'],
  ['a pair of surrogates', '{"a":"\\ud83d\\ude00"}'],
  ['brackets in strings', JSON.stringify({a: '[{'.repeat(1000)})],
  ['a large exponent in range', '{"a":1e300}'],
])('%s is read', async (_name, body) => expect(await statusOf(body)).toBe(200))

test('the limit is on bytes, to the byte', async () => {
  expect(await statusOf('"é"', 4)).toBe(200)
  expect(await statusOf('"é"', 3)).toBe(413)
  const undeclared = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from('"aaaa"'))
      controller.close()
    },
  })
  // The DOM's types don't know `duplex`, which a streamed body needs.
  const init: RequestInit & {duplex: 'half'} = {method: 'POST', body: undeclared, duplex: 'half'}
  const request = new Request('http://localhost/', init)
  await expect(readJson(request, 5)).rejects.toMatchObject({status: 413})
})

test('a client that goes away in the middle is told that, and is no fault of the lake', async () => {
  const broken = new ReadableStream({pull: (controller) => controller.error(new Error('aborted'))})
  const init: RequestInit & {duplex: 'half'} = {method: 'POST', body: broken, duplex: 'half'}
  const request = new Request('http://localhost/', init)
  await expect(readJson(request)).rejects.toMatchObject({status: 400})
})
