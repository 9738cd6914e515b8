import {Hono} from 'hono'
import {describe, expect, test} from 'vitest'
import {RememberingRouter} from './rememberingRouter.ts'

function app(): Hono {
  return new Hono({router: new RememberingRouter()})
    .get('/data/:kind/:dataset', (c) => c.text(`${c.req.param('kind')} ${c.req.param('dataset')}`))
    .post('/data/:kind/:dataset', async (c) => c.text(await c.req.text()))
}

describe('the router', () => {
  test('gives each request its own parameters, however often a path is asked for', async () => {
    const lake = app()
    const ask = async (path: string): Promise<string> => (await lake.request(path)).text()
    expect(await Promise.all(['/data/query/a', '/data/doc/b', '/data/query/a'].map(ask))).toEqual([
      'query a',
      'doc b',
      'query a',
    ])
  })

  test('tells methods of one path apart', async () => {
    const lake = app()
    await lake.request('/data/query/a')
    const answer = await lake.request('/data/query/a', {method: 'POST', body: 'sent'})
    expect(await answer.text()).toBe('sent')
    expect((await lake.request('/data/query/a', {method: 'PUT'})).status).toBe(404)
  })

  test('still finds paths after more of them than it remembers', async () => {
    const lake = app()
    for (let i = 0; i < 600; i++) await lake.request(`/data/doc/${i}`)
    expect(await (await lake.request('/data/doc/3')).text()).toBe('doc 3')
  })

  test('finds routes that were added after a path was asked for', () => {
    const router = new RememberingRouter<string>()
    router.add('GET', '/a', 'first')
    expect(router.match('GET', '/a')[0].map(([handler]) => handler)).toEqual(['first'])
    router.add('GET', '/a', 'second')
    expect(router.match('GET', '/a')[0].map(([handler]) => handler)).toEqual(['first', 'second'])
  })
})
