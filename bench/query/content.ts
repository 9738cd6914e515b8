import type {JsonObject, StoredDocument} from '../../lake/model/document.ts'

/** A seeded source of numbers in [0, 1). */
export function randomSource(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SYLLABLES = [
  'wer',
  'ken',
  'la',
  'bour',
  'mal',
  'awi',
  'tea',
  'fond',
  'vei',
  'lig',
  'just',
  'tran',
  'sit',
  'ion',
  'so',
  'ci',
  'al',
  'dia',
  'logue',
  'youth',
  'skil',
  'jo',
  'bs',
  'rur',
  'min',
  'ing',
  'care',
  'eco',
  'no',
  'my',
  'green',
  'child',
]
const STATUSES = ['planned', 'running', 'done', 'stopped']

/** How many documents of each kind make a dataset of a size. */
const SHARES = {
  project: 0.45,
  round: 0.01,
  page: 0.14,
  place: 0.05,
  organisation: 0.1,
  note: 0.2,
  draft: 0.05,
}

export interface Content {
  /** The same documents each time, made while they are read; those referred to come first. */
  documents(): Iterable<StoredDocument>
  vocabulary: string[]
  ids: Record<'project' | 'round' | 'page' | 'place' | 'organisation', string[]>
}

/** Content of the size and kind of this project's: projects in rounds, in places, by organisations. */
export function makeContent(size: number, seed = 7): Content {
  let random = randomSource(seed)
  const below = (end: number): number => Math.floor(random() * end)
  const pick = (items: readonly string[]): string => items[below(items.length)] ?? ''
  const vocabulary = Array.from({length: 4000}, () => pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES))
  // Words as in a language: few are frequent, most are rare.
  const word = (): string => vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? ''
  const words = (count: number): string => Array.from({length: count}, word).join(' ')
  const day = (): string => new Date(Date.UTC(2001, 0, 1) + below(25 * 365) * 86_400_000).toISOString()

  const countOf = (kind: keyof typeof SHARES): number => Math.max(2, Math.round(size * SHARES[kind]))
  const idsOf = (kind: keyof Content['ids']): string[] =>
    Array.from({length: countOf(kind)}, (_, i) => `${kind}-${i}`)
  const ids = {
    project: idsOf('project'),
    round: idsOf('round'),
    page: idsOf('page'),
    place: idsOf('place'),
    organisation: idsOf('organisation'),
  }
  const localised = (count: number): JsonObject => ({nl: words(count), en: words(count)})
  const reference = (of: readonly string[]): JsonObject => ({_type: 'reference', _ref: pick(of)})
  const block = (): JsonObject => ({
    _type: 'block',
    _key: 'b',
    style: 'normal',
    children: [{_type: 'span', _key: 's', text: words(30), marks: []}],
  })
  const stored = (id: string, type: string, fields: JsonObject): StoredDocument => ({
    _id: id,
    _type: type,
    _rev: `rev-${id}`,
    _createdAt: day(),
    _updatedAt: day(),
    _system: {group: {_type: 'reference', _ref: id.replace(/^drafts\./, ''), _weak: true}},
    ...fields,
  })
  const project = (id: string, slug: string): StoredDocument =>
    stored(id, 'project', {
      title: localised(5),
      slug: {_type: 'slug', current: slug},
      summary: localised(40),
      status: pick(STATUSES),
      amount: 10_000 + below(2_000_000),
      publishedAt: day(),
      startDate: day().slice(0, 10),
      round: reference(ids.round),
      lead: reference(ids.organisation),
      countries: Array.from({length: 1 + below(4)}, (_, i) => ({...reference(ids.place), _key: `c${i}`})),
      words: [
        {_key: 'nl', _type: 'internationalizedArrayStringValue', language: 'nl', value: words(6)},
        {_key: 'en', _type: 'internationalizedArrayStringValue', language: 'en', value: words(6)},
      ],
    })
  const drafted = ids.project.slice(0, countOf('draft'))
  function* documents(): Generator<StoredDocument> {
    random = randomSource(seed + 1)
    for (const id of ids.round) yield stored(id, 'round', {title: localised(4), year: 2001 + below(25)})
    for (const id of ids.place) yield stored(id, 'place', {title: localised(1), name: words(1)})
    for (const id of ids.organisation) {
      yield stored(id, 'organisation', {name: words(3), acronym: words(1)})
    }
    for (const id of ids.project) yield project(id, `slug-${id}`)
    for (const id of drafted) yield project(`drafts.${id}`, `slug-${id}`)
    for (const id of ids.page) {
      yield stored(id, 'page', {
        title: localised(5),
        slug: {_type: 'slug', current: id},
        body: {nl: [block(), block()], en: [block(), block()]},
      })
    }
    for (let i = 0; i < countOf('note'); i++) yield stored(`note-${i}`, 'note', {text: words(120)})
  }
  return {documents, vocabulary, ids}
}
