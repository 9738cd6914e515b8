import {describe, expect, test} from 'vitest'

import {PageCache, type CachedPage} from './pageCache.ts'

const page = (body: string, tags: string[] = ['s1:a'], status = 200): CachedPage => ({
  body,
  type: 'text/html',
  status,
  version: body,
  tags: new Set(tags),
})

/** A cache that is told of changes, and how often its pages were made. */
function followed(capacity = 10) {
  const cache = new PageCache(capacity)
  cache.setCurrent(true)
  let made = 0
  const get = (key: string, ...args: [string[]?, number?]) =>
    cache.get(key, async () => page(`${key} ${++made}`, ...args))
  return {cache, get}
}

describe('PageCache', () => {
  test('keeps a page until a change with one of its tags', async () => {
    const {cache, get} = followed()
    expect((await get('/a')).body).toBe('/a 1')
    cache.invalidate(['s1:b'])
    expect((await get('/a')).body).toBe('/a 1')
    cache.invalidate(['s1:b', 's1:a'])
    expect((await get('/a')).body).toBe('/a 2')
  })

  test('makes a page once for all who ask at the same time', async () => {
    const {get} = followed()
    const [first, second] = await Promise.all([get('/a'), get('/a')])
    expect(second).toBe(first)
  })

  test('does not keep a page whose content changed while it was made', async () => {
    const {cache, get} = followed()
    const slow = Promise.withResolvers<CachedPage>()
    const stale = cache.get('/a', () => slow.promise)
    cache.invalidate(['s1:a'])
    slow.resolve(page('stale'))
    expect((await stale).body).toBe('stale')
    expect((await get('/a')).body).toBe('/a 1')
  })

  test('whoever asks after a change does not get the page that was under way before it', async () => {
    const {cache, get} = followed()
    const slow = Promise.withResolvers<CachedPage>()
    const stale = cache.get('/a', () => slow.promise)
    cache.invalidate(['s1:a'])
    expect((await get('/a')).body).toBe('/a 1')
    slow.resolve(page('stale'))
    await stale
    expect((await get('/a')).body).toBe('/a 1')
  })

  test.each([404, 503])('does not keep an answer of %i', async (status) => {
    const {get} = followed()
    await get('/a', ['s1:a'], status)
    expect((await get('/a')).body).toBe('/a 2')
  })

  test('keeps nothing while changes are not told', async () => {
    const {cache, get} = followed()
    await get('/a')
    cache.setCurrent(false)
    expect((await get('/a')).body).toBe('/a 2')
    expect((await get('/a')).body).toBe('/a 3')
  })

  test('a page that could not be made is made again', async () => {
    const {cache, get} = followed()
    await expect(cache.get('/a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await get('/a')).body).toBe('/a 1')
  })

  test('drops the page that was asked for longest ago when there are too many', async () => {
    const {get} = followed(2)
    await get('/a')
    await get('/b')
    await get('/a')
    await get('/c')
    expect((await get('/a')).body).toBe('/a 1')
    expect((await get('/b')).body).toBe('/b 4')
  })

  test('tells who follows a page that it may have changed, until they stop', async () => {
    const {cache, get} = followed()
    const told: string[] = []
    const unfollow = cache.follow('/a', (key) => told.push(key))
    await get('/a')
    cache.invalidate(['s1:b'])
    expect(told).toEqual([])
    cache.invalidate(['s1:a'])
    expect(told).toEqual(['/a'])
    unfollow()
    cache.invalidate()
    expect(told).toEqual(['/a'])
  })
})
