import {documentId} from '../identity.ts'
import {imageKey} from '../map/image.ts'
import {isObject} from '../merge/same.ts'
import type {Candidate, Json, JsonObject, Reading, Rejection, Warning} from '../model.ts'
import {type AddressBook, addressBook} from './addresses.ts'
import {documentByKey, recognise, type DatasetView, type Recognised} from './dataset.ts'
import {gather} from './gather.ts'
import {type Pair, suggestPairs, withConfirmedPairs, withPairWarnings} from './pairs.ts'
import {referencedKeys, withRounds} from './rounds.ts'
import {type LinkPlaces, linkPlaces, placeKey, withTextLinks} from './textLinks.ts'
import {withoutUnwanted} from './wanted.ts'

/** A candidate that knows which document it is and which documents it refers to. */
export interface LinkedCandidate {
  candidate: Candidate
  /** Without `drafts.`. */
  id: string
  /** The candidate's fields and defaults with references by id. */
  fields: JsonObject
  defaults: JsonObject
  recognised?: Recognised
}

export interface Linked {
  linked: LinkedCandidate[]
  rejected: Rejection[]
  book: AddressBook
  /** Pages that seem to be one in two languages. */
  suggested: Pair[]
}

/**
 * Finds out which document each thing is and turns references by natural key, and links in running text, into
 * references by id. What is only named, and that nothing taken over refers to, is left out.
 */
export function link(
  readings: readonly Reading[],
  view: DatasetView,
  pairs: readonly Pair[] = [],
  images: ReadonlyMap<string, string> = new Map(),
): Linked {
  const candidates = withConfirmedPairs(
    readings.flatMap((reading) => reading.candidates),
    pairs,
  ).map((candidate) => withDocumentKey(candidate, view))
  const gathered = withoutUnwanted(
    withRounds(gather(candidates), view),
    ({type, keys, fields, defaults, supporting}) => ({
      keys: keys.map((key) => `${type}|${key}`),
      refersTo: referencedKeys({fields, defaults}),
      supporting,
    }),
  )
  const suggested = suggestPairs(gathered)
  const identified = withPairWarnings(gathered, suggested).map((candidate) => {
    const recognised = recognise(candidate, view)
    return {candidate, recognised, id: recognised?.entry.id ?? newId(candidate)}
  })
  const targets = targetsOf(identified, view)
  for (const [sha1, id] of images) {
    targets.set(imageKey({sha1}), {id, type: 'sanity.imageAsset', published: true})
  }
  const missingOf = ({candidate: {fields, defaults}}: Identified) =>
    referencedKeys({fields, defaults}).find((key) => !targets.has(key))
  const whole = identified.filter((one) => missingOf(one) === undefined)
  const book = addressBook(whole, readings, view)
  const places = linkPlaces(readings.flatMap(({links}) => links))
  return {
    linked: whole.map(({candidate, recognised, id}) => ({
      ...withLinks(candidate, book, places, targets),
      id,
      defaults: resolved(candidate.defaults, targets),
      ...(recognised ? {recognised} : {}),
    })),
    rejected: identified.flatMap((one) => {
      const missing = missingOf(one)
      if (missing === undefined) return []
      const reason = `It refers to ${missing}, which is neither in these files nor in the dataset.`
      return [{...one.candidate.source, code: 'reference-missing', reason}]
    }),
    book,
    suggested,
  }
}

/** What one document of the dataset answers to is one thing, such as a page in two languages that were joined there. */
function withDocumentKey(candidate: Candidate, view: DatasetView): Candidate {
  const id = documentByKey(candidate, view)?.id
  return id === undefined ? candidate : {...candidate, keys: [...candidate.keys, `document:${id}`]}
}

interface Identified {
  candidate: Candidate
  recognised: Recognised | undefined
  id: string
}

/** A candidate whose fields refer by id, with a finding for each link that leads nowhere now. */
function withLinks(
  candidate: Candidate,
  book: AddressBook,
  places: LinkPlaces,
  targets: Map<string, ReferenceTarget>,
): Pick<LinkedCandidate, 'candidate' | 'fields'> {
  const warnings: Warning[] = []
  const files = [candidate.source, ...(candidate.alsoFrom ?? [])].map(({file}) => file)
  const fields = Object.fromEntries(
    Object.entries(resolved(candidate.fields, targets)).map(([name, value]) => [
      name,
      withTextLinks(value, book, (href) => {
        const place = files.map((file) => places.get(placeKey(file, href))).find(Boolean)
        const message = `The link to ${href} leads to a page that is not taken over: its words stay, the link does not.`
        warnings.push({code: 'link-broken', message, source: place ?? candidate.source})
      }),
    ]),
  )
  return {candidate: {...candidate, warnings: [...candidate.warnings, ...warnings]}, fields}
}

function newId({type, keys}: Candidate): string {
  return type === 'trustFund' ? 'trustFund' : documentId(type, keys[0] ?? '')
}

interface ReferenceTarget {
  id: string
  type: string
  published: boolean
}

function targetsOf(identified: readonly Identified[], view: DatasetView): Map<string, ReferenceTarget> {
  const stored = [...view.byKey].flatMap(([name, [entry]]): [string, ReferenceTarget][] =>
    entry ? [[name, {id: entry.id, type: entry.current._type, published: entry.published}]] : [],
  )
  const planned = identified.flatMap(({candidate: {type, keys}, recognised, id}) =>
    keys.map((key): [string, ReferenceTarget] => [
      `${type}|${key}`,
      {id, type, published: recognised?.entry.published ?? false},
    ]),
  )
  return new Map([...stored, ...planned])
}

function resolved(fields: JsonObject, targets: Map<string, ReferenceTarget>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, resolveReferences(value, targets)]),
  )
}

/** A reference to what is not published yet is weak until then, as the Studio writes it. */
function resolveReferences(value: Json, targets: Map<string, ReferenceTarget>): Json {
  if (Array.isArray(value)) return value.map((one) => resolveReferences(one, targets))
  if (!isObject(value)) return value
  const target = typeof value['_ref'] === 'string' ? targets.get(value['_ref']) : undefined
  if (target) {
    return {
      ...value,
      _ref: target.id,
      ...(target.published ? {} : {_weak: true, _strengthenOnPublish: {type: target.type}}),
    }
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, resolveReferences(inner, targets)]),
  )
}
