/** Live content over HTTP, with the official client: what changes is fetched again, and nothing else. */
import type {LiveEvent, SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {Collected, type RunningLake, runLake} from './runningLake.ts'

let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.stop())

let client: SanityClient
beforeEach(async () => {
  client = lake.client()
  await client
    .transaction()
    .createOrReplace({_id: 'ghent', _type: 'place', name: 'Gent', slug: {current: 'ghent'}})
    .createOrReplace({_id: 'fund', _type: 'fund', name: 'Fund', seat: {_type: 'reference', _ref: 'ghent'}})
    .createOrReplace({_id: 'other', _type: 'place', name: 'Elsewhere', slug: {current: 'other'}})
    .commit()
})

interface Asked {
  query: string
  params?: Record<string, string>
  perspective?: 'published' | 'drafts'
}

const tagsOf = async ({query, params = {}, perspective = 'published'}: Asked): Promise<string[]> => {
  const {syncTags = []} = await client.fetch<unknown>(query, params, {filterResponse: false, perspective})
  return syncTags
}

/** Whether each of the answers is to be fetched again after a change. */
async function refetched(
  asked: Asked[],
  change: () => Promise<unknown>,
  options: {includeDrafts?: boolean} = {},
): Promise<boolean[]> {
  const tags = await Promise.all(asked.map(tagsOf))
  const got = new Collected<LiveEvent>()
  const living = client.live.events(options).subscribe(got.add)
  await got.until((events) => events.some(({type}) => type === 'welcome'))
  await change()
  // Events come in order: after this one, those of the change are here.
  await client.createOrReplace({_id: 'last', _type: 'last'})
  const [last] = await tagsOf({query: '*[_type == "last"]'}).then((all) => all.slice(-1))
  const heard = await got.until((events) =>
    events.some((event) => event.type === 'message' && event.tags.some((tag) => tag === last)),
  )
  living.unsubscribe()
  const changed = heard
    .flatMap((event) => (event.type === 'message' ? [event.tags] : []))
    .filter((all) => !all.some((tag) => tag === last))
    .flat()
  return tags.map((all) => all.some((tag) => changed.some((each) => each === tag)))
}

const FUND: Asked = {query: '*[_type == "fund"]{name, "seat": seat->name}'}
const PLACE: Asked = {query: '*[_type == "place" && slug.current == $slug][0]', params: {slug: 'ghent'}}
const PLACES: Asked = {query: 'count(*[_type == "place"])'}
const ABROAD: Asked = {query: '*[_type == "place" && slug.current == "geneva"][0].name'}
const INCOMING: Asked = {query: '*[references("ghent")]._id'}
const ALL = [FUND, PLACE, PLACES, ABROAD, INCOMING]

test('an unrelated edit leaves an answer be', async () => {
  const rename = () => client.patch('other').set({name: 'Far away'}).commit()
  expect(await refetched(ALL, rename)).toEqual([false, false, true, false, false])
  const unrelated = () => client.create({_type: 'newsItem'})
  expect(await refetched(ALL, unrelated)).toEqual([false, false, false, false, false])
})

test('an edit reaches what shows the document, and what refers to it', async () => {
  const rename = () => client.patch('ghent').set({name: 'Ghent'}).commit()
  expect(await refetched(ALL, rename)).toEqual([true, true, true, false, false])
})

test('what moves in or out reaches the answers that it was in or will be in', async () => {
  const move = () =>
    client
      .patch('other')
      .set({slug: {current: 'geneva'}})
      .commit()
  expect(await refetched(ALL, move)).toEqual([false, false, true, true, false])
  const leave = () => client.patch('fund').unset(['seat']).commit()
  expect(await refetched(ALL, leave)).toEqual([true, false, false, false, true])
})

test('drafts reach those who look at them, and nobody else', async () => {
  const drafts = ALL.map((asked): Asked => ({...asked, perspective: 'drafts'}))
  const edit = () => client.createOrReplace({_id: 'drafts.ghent', _type: 'place', name: 'Ghent (Gent)'})
  expect(await refetched(drafts, edit, {includeDrafts: true})).toEqual([true, true, true, false, false])
  const again = () => client.patch('drafts.ghent').set({name: 'Ghent!'}).commit()
  expect(await refetched(ALL, again)).toEqual([false, false, false, false, false])
  await client.delete('drafts.ghent')
})

test('a reader who was away hears what changed meanwhile', async () => {
  const tags = await tagsOf(PLACE)
  const events = new Collected<LiveEvent>()
  const living = client.live.events().subscribe(events.add)
  const [welcome] = await events.until((all) => all.length > 0)
  living.unsubscribe()
  await client.patch('ghent').set({name: 'Ghent'}).commit()
  await client.delete('other')
  const response = await lake.request('/v2025-02-19/data/live/events/production', {
    headers: {'last-event-id': welcome && 'id' in welcome ? welcome.id : ''},
  })
  const text = await readUntil(response, (all) => all.split('event: message').length > 2)
  expect(text).toContain(tags[0])
})

test('after an import of very much, everything is to be fetched again', async () => {
  const events = new Collected<LiveEvent>()
  const living = client.live.events().subscribe(events.add)
  await events.until((all) => all.length > 0)
  const many = Array.from({length: 1200}, (_, n) => ({create: {_id: `many-${n}`, _type: 'many'}}))
  await client.mutate(many)
  const [, event] = await events.until((all) => all.length > 1)
  living.unsubscribe()
  expect(event).toMatchObject({type: 'restart', id: expect.any(String)})
})

test('an answer names no more tags than a header could bear', async () => {
  const ids = Array.from({length: 500}, (_, n) => `"many-${n}"`).join()
  expect(await tagsOf({query: `*[_id in [${ids}]]`})).toHaveLength(1)
  expect(await tagsOf({query: `*[_type == "many" && _id in [${ids}]]`})).toHaveLength(1)
  expect(
    await tagsOf({query: '*[_type == "place"]{"x": *[_type == "fund" && references(^._id)]}'}),
  ).toHaveLength(3)
})

async function readUntil(response: Response, isEnough: (text: string) => boolean): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, {stream: true})
    if (isEnough(text)) break
  }
  return text
}
