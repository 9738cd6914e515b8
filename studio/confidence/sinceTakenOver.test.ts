import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {showIn} from '../../schemas/labels/interfaceLanguage.ts'
import {type RunningLake, runLake} from '../../tests/lake/runningLake.ts'
import {referredIds, sinceTakenOver} from './sinceTakenOver.ts'
import {takenOver} from './takenOver.ts'

const words = (nl: string, en?: string) =>
  Object.entries({nl, en})
    .filter(([, value]) => value !== undefined)
    .map(([language, value]) => ({_key: language, language, value}))

const euro = (amount: number) => ({_type: 'money', amount, currency: 'EUR'})

const stone = {
  _id: 'drafts.stone',
  _type: 'project',
  title: words('Natuursteen'),
  amount: euro(340_000),
  period: {_type: 'projectPeriod', plannedEnd: {_type: 'partialDate', value: '2020', precision: 'year'}},
  places: [{_key: 'a', _type: 'placeShare', place: {_type: 'reference', _ref: 'place-in'}, percent: 100}],
  provenance: {_type: 'provenance', file: 'stone.html', runId: 'run-a'},
}

afterEach(() => showIn('nl'))

describe('what changed since a document was taken over', () => {
  const now = {
    ...stone,
    _rev: 'later',
    title: words('Natuursteen', 'Natural stone'),
    amount: euro(338_630),
    period: {
      _type: 'projectPeriod',
      plannedEnd: {_type: 'partialDate', value: '2020-09', precision: 'month'},
    },
    places: [{...stone.places[0], _key: 'b'}],
    notes: [{_key: 'n', text: words('Bronnen spreken elkaar tegen')}],
  }

  test.each([
    ['en' as const, 'EUR 340,000', 'EUR 338,630', 'September 2020'],
    ['nl' as const, '340.000 euro', '338.630 euro', 'september 2020'],
  ])('is told field by field as the interface writes it in %s', (language, before, after, end) => {
    showIn(language)
    const fields = sinceTakenOver(stone, now, undefined, {'place-in': 'India'})
    expect(fields).toEqual([
      {field: 'amount', before, now: after, changed: true},
      {field: 'period › plannedEnd', before: '2020', now: end, changed: true},
      {field: 'title (English)', before: undefined, now: 'Natural stone', changed: true},
      {field: 'title (Nederlands)', before: 'Natuursteen', now: 'Natuursteen', changed: false},
      {field: 'places', before: 'India, 100', now: 'India, 100', changed: false},
    ])
  })

  test('an attribute that went is told, and nothing of a document that stayed the same', () => {
    const {amount: _gone, ...without} = stone
    expect(sinceTakenOver(stone, without, undefined)[0]).toMatchObject({field: 'amount', now: undefined})
    expect(sinceTakenOver(stone, stone, undefined).some(({changed}) => changed)).toBe(false)
  })

  test('finds what either refers to', () => {
    expect(referredIds(stone)).toEqual(['place-in'])
  })
})

describe('a document as it was taken over', () => {
  let lake: RunningLake

  beforeAll(async () => {
    lake = await runLake()
  })

  afterAll(async () => lake?.stop())

  test('comes from the run’s own transaction, also once edited and published', async () => {
    const client = lake.client()
    await client.mutate([{createOrReplace: {_id: 'place-in', _type: 'place'}}])
    await client.mutate([{createOrReplace: {...stone, amount: euro(1), provenance: undefined}}])
    await client.mutate([{createOrReplace: stone}], {transactionId: 'run-a-1'})
    await client.mutate([{patch: {id: stone._id, set: {amount: euro(338_630)}}}])
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.stone',
      publishedId: 'stone',
    })
    expect(await takenOver(client, 'stone', 'run-a')).toMatchObject({amount: {amount: 340_000}})
    expect(await takenOver(client, 'stone', 'another-run')).toBeUndefined()
    // Loaded without a run: what it first said, if that was taken over from somewhere.
    expect(await takenOver(client, 'stone', undefined)).toBeUndefined()
    await client.mutate([{createOrReplace: {...stone, _id: 'loaded'}}])
    await client.mutate([{patch: {id: 'loaded', unset: ['amount']}}])
    expect(await takenOver(client, 'loaded', undefined)).toMatchObject({amount: {amount: 340_000}})
  })
})
