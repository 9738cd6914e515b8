import type {Json, JsonObject, StoredDocument} from '../../../lake/model/document.ts'
import type {Random} from './random.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i-1', 'i-2', 'j', 'k'] as const
export const TYPES = ['project', 'round', 'place'] as const
export const WORDS = ['tea', 'Tea', 'work', 'decent', 'Malawi', 'straße', 'a-b', 'ÉTÉ', '2018'] as const
export const DATES = [
  '2018-01-01',
  '2019-06-30',
  '2018-01-01T00:00:00Z',
  '2018-01-01T01:00:00+01:00',
] as const

/** Ids in use: published, drafts, versions of two releases, and one that is none of these. */
export function randomId(random: Random): string {
  const id = random.pick(IDS)
  const kind = random.below(10)
  if (kind < 6) return id
  if (kind < 8) return `drafts.${id}`
  return kind === 8 ? `versions.spring.${id}` : `versions.autumn.${id}`
}

/** Any value, of types that do not belong together. */
export function randomValue(random: Random, depth = 2): Json {
  switch (random.below(depth > 0 ? 11 : 8)) {
    case 0:
      return null
    case 1:
      return random.chance(0.5)
    case 2:
    case 3:
      return random.pick([0, 1, 2, 3, -1, 1.5, 100])
    case 4:
      return randomText(random)
    case 5:
      return random.pick(IDS)
    case 6:
      return random.pick(DATES)
    case 7:
      return {_ref: random.pick(IDS)}
    case 8:
      return random.times(random.below(4), () => randomValue(random, depth - 1))
    case 9:
      return {x: randomValue(random, depth - 1), y: randomValue(random, depth - 1)}
    default:
      return random.times(random.below(3), () => ({_ref: random.pick(IDS)}))
  }
}

export const randomText = (random: Random): string =>
  random.times(1 + random.below(3), () => random.pick(WORDS)).join(random.pick([' ', ', ', '.']))

/** A document; each of its attributes may be missing, null or of an unusual type. */
export function randomDocument(random: Random, id = randomId(random)): StoredDocument {
  const document: JsonObject = {}
  const set = (name: string, usual: () => Json): void => {
    const kind = random.below(10)
    if (kind < 7) document[name] = usual()
    else if (kind < 9) document[name] = randomValue(random)
  }
  set('title', () => randomText(random))
  set('amount', () => random.pick([1, 2, 3, 4, 5, 10]))
  set('done', () => random.chance(0.5))
  set('date', () => random.pick(DATES))
  set('round', () => ({_type: 'reference', _ref: random.pick(IDS)}))
  set('places', () => random.times(random.below(4), () => ({_ref: random.pick(IDS), _key: 'k'})))
  set('tags', () => random.times(random.below(4), () => random.pick(WORDS)))
  set('slug', () => ({current: random.pick(IDS)}))
  set('nested', () => ({x: randomValue(random), items: [{x: randomValue(random)}, {x: 1}]}))
  if (id.startsWith('versions.') && random.chance(0.2)) document['_system'] = {delete: true}
  return {
    _id: id,
    _type: random.pick(TYPES),
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: `2026-01-0${1 + random.below(5)}T00:00:00Z`,
    ...document,
  }
}
