import {expect, test} from 'vitest'
import {originRule} from './origins.ts'

const rule = (listed: string, origin: string, allowCredentials = false) =>
  originRule(origin, 'localhost:3333', () => [{origin: listed, allowCredentials}])

test.each([
  ['https://example.org', 'https://example.org'],
  ['https://*.example.org', 'https://www.example.org'],
  ['https://*.example.org', 'https://a.b.EXAMPLE.org'],
  ['http://app.example.org:*', 'http://app.example.org:8080'],
  ['*', 'https://anything.test'],
])('%s lets %s in', (listed, origin) => {
  expect(rule(listed, origin)).toEqual({credentials: false})
  expect(rule(listed, origin, true)).toEqual({credentials: true})
})

test.each([
  ['https://example.org', 'http://example.org'],
  ['https://example.org', 'https://example.org.evil.test'],
  ['https://*.example.org', 'https://example.org'],
  ['https://*.example.org', 'https://evil.test/.example.org'],
  ['https://*.example.org', 'https://wwwXexample.org'],
  ['*', 'null'],
  ['*', 'file://'],
])('%s keeps %s out', (listed, origin) => expect(rule(listed, origin)).toBeUndefined())

test('pages of this machine need no entry', () => {
  expect(originRule('http://localhost:3000', 'localhost:3333', () => [])).toEqual({credentials: true})
})
