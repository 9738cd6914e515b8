import {at, createIfNotExists, defineMigration, delete_, type Migration, patch, set} from '@sanity/migrate'

type Documents = Parameters<Extract<Migration['migrate'], (...args: never[]) => unknown>>[0]
type Item = ReturnType<Documents> extends AsyncIterableIterator<infer D> ? D : never

/**
 * Example of a type that is split: publications were news items of the kind `publication` before they
 * became a type of their own. A type can't be changed, so each becomes a new document, what refers to it
 * is led there, and the old one goes. An item with a text or a photo of its own stays as it is, since a
 * publication has no place for them.
 */
export const splitPublications = defineMigration({
  title: 'News items of the kind publication become publications',
  async *migrate(documents: Documents) {
    const moved = new Set<string>()
    for await (const item of documents()) {
      if (!isPublication(item)) continue
      moved.add(bareId(item._id))
      yield createIfNotExists(publicationOf(item))
    }
    for await (const document of documents()) {
      const patches = referencesTo(moved, document).map(({path, id}) => at(path, set(publicationId(id))))
      if (patches.length > 0 && !isPublication(document)) yield patch(document._id, patches)
    }
    for await (const item of documents()) if (isPublication(item)) yield delete_(item._id)
  },
})

const NO_PLACE_FOR = ['body', 'image']

const isPublication = (document: Item): boolean =>
  document._type === 'newsItem' &&
  document['kind'] === 'publication' &&
  NO_PLACE_FOR.every((name) => document[name] === undefined)

/** What the dataset keeps itself, and the fields that only news has. */
const NOT_OF_PUBLICATIONS = new Set([
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_system',
  'publishedOn',
  'languageDates',
])

/** A news item says the day, a publication as much of the date as is known. */
function publicationOf(item: Item) {
  const kept = Object.entries(item).filter(([name]) => !NOT_OF_PUBLICATIONS.has(name))
  const {publishedOn} = item
  return {
    ...Object.fromEntries(kept),
    _id: publicationId(item._id),
    _type: 'publication',
    kind: 'report',
    ...(typeof publishedOn === 'string'
      ? {publishedOn: {_type: 'partialDate', value: publishedOn, precision: 'day'}}
      : {}),
  }
}

/** The same id for the same item at every run, draft or published: `newsItem-x` becomes `publication-x`. */
const publicationId = (id: string): string =>
  id.replace(/^(drafts\.|versions\.[^.]+\.)?(?:newsItem-)?/, '$1publication-')

const bareId = (id: string): string => id.replace(/^(?:drafts|versions\.[^.]+)\./, '')

interface Reference {
  path: (string | number)[]
  id: string
}

/** Where a document refers to one of these, at any depth: the paths of `_ref`. */
function referencesTo(ids: ReadonlySet<string>, value: unknown, path: (string | number)[] = []): Reference[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]): Reference[] => {
    const here = [...path, Array.isArray(value) ? Number(name) : name]
    if (name === '_ref' && typeof inner === 'string') return ids.has(inner) ? [{path: here, id: inner}] : []
    return referencesTo(ids, inner, here)
  })
}
