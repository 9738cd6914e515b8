import {expect, test} from 'vitest'
import {createLedger, pathTemplate} from './ledger.ts'

test.each([
  ['/v2025-02-19/data/magic/production', '/v…/data/magic/:dataset'],
  ['/v1/projects/abc123/unicorns', '/v…/projects/:project/unicorns'],
  ['/vX/projects/p/datasets/d/schemas', '/v…/projects/:project/datasets/:dataset/schemas'],
  ['/v1/jobs/d0c-1234/listen', '/v…/jobs/:id/listen'],
  ['/v1/users/me/secrets', '/v…/users/me/secrets'],
  ['/wp-login.php', '/:id'],
])('%s counts as %s', (path, template) => expect(pathTemplate(path)).toBe(template))

test('like requests are one entry', () => {
  const ledger = createLedger(() => new Date(0))
  ledger.record('GET', '/v1/projects/one/unicorns')
  ledger.record('GET', '/v2/projects/two/unicorns')
  ledger.record('POST', '/v1/projects/one/unicorns')
  const path = '/v…/projects/:project/unicorns'
  expect(ledger.entries).toEqual([
    {method: 'GET', path, count: 2, lastSeen: '1970-01-01T00:00:00.000Z'},
    {method: 'POST', path, count: 1, lastSeen: '1970-01-01T00:00:00.000Z'},
  ])
})

test('a scan of random paths does not fill the memory', () => {
  const ledger = createLedger()
  for (let index = 0; index < 1000; index++) {
    const word = index.toString(2).replaceAll('0', 'a').replaceAll('1', 'b')
    ledger.record('GET', `/v1/${word}`)
  }
  expect(ledger.entries).toHaveLength(500)
})
