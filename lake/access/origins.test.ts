import {describe, expect, test} from 'vitest'
import {isAllowedHost, isAllowedOrigin, projectOfHost} from './origins.ts'

describe('Host', () => {
  test.each([
    'localhost',
    'localhost:3333',
    '127.0.0.1:3333',
    '[::1]:3333',
    'local.localhost:3333',
    'LOCALHOST:3333',
  ])('%s names the lake', (host) => expect(isAllowedHost(host, {})).toBe(true))

  test.each([
    undefined,
    '',
    'evil.test',
    'localhost.evil.test',
    'evillocalhost',
    '127.0.0.1.evil.test',
    'evil.test@localhost',
    'localhost/evil',
    '192.168.1.10:3333',
    'localhost:port',
  ])('%s does not', (host) => expect(isAllowedHost(host, {})).toBe(false))

  test('a host given at start is a name too, and every interface means every name', () => {
    expect(isAllowedHost('lake.internal:3333', {extraHost: 'lake.internal'})).toBe(true)
    expect(isAllowedHost('evil.test', {extraHost: 'lake.internal'})).toBe(false)
    expect(isAllowedHost('lake.internal', {extraHost: '0.0.0.0'})).toBe(true)
  })
})

describe('Origin', () => {
  test.each([
    'http://localhost:3000',
    'https://local.localhost:3333',
    'http://127.0.0.1:1',
    'http://[::1]:1',
  ])('%s may read', (origin) => expect(isAllowedOrigin(origin, 'localhost:3333')).toBe(true))

  test.each([
    'null',
    '',
    'https://evil.test',
    'http://localhost.evil.test',
    'http://localhost@evil.test',
    'file://localhost',
    'chrome-extension://localhost',
    'http://localhost/path',
  ])('%s may not', (origin) => expect(isAllowedOrigin(origin, 'localhost:3333')).toBe(false))

  test('the origin that the lake itself is served from may', () => {
    expect(isAllowedOrigin('http://lake.internal:3333', 'lake.internal:3333')).toBe(true)
    expect(isAllowedOrigin('http://lake.internal:4444', 'lake.internal:3333')).toBe(false)
  })
})

test.each([
  ['local.localhost:3333', 'local'],
  ['localhost:3333', undefined],
  ['127.0.0.1', undefined],
  [undefined, undefined],
])('the project of host %s is %s', (host, project) => expect(projectOfHost(host)).toBe(project))
