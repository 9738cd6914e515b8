/** Payload's side of the comparison; its packages are there only while the benchmark runs. */
import type {JsonObject, StoredDocument} from '../../lake/model/document.ts'

type Ask = (params: JsonObject) => Promise<unknown>

/** Like questions, by the names of our query classes. */
export type PeerQuestions = Partial<Record<string, Ask>>

export interface Peer {
  /** Takes a document over, if it has a place for its type. */
  create(document: StoredDocument): Promise<boolean>
  questions: PeerQuestions
}

/** What is used of Payload's local API. */
interface Payload {
  create(options: object): Promise<unknown>
  find(options: object): Promise<{docs: unknown[]}>
  findByID(options: object): Promise<unknown>
  count(options: object): Promise<{totalDocs: number}>
}

const COLLECTIONS: Record<string, string> = {
  round: 'rounds',
  place: 'places',
  organisation: 'organisations',
  project: 'projects',
}

const id = {name: 'id', type: 'text', required: true}
const text = (name: string, index = false) => ({name, type: 'text', index})
const number = (name: string) => ({name, type: 'number', index: true})
const to = (name: string, relationTo: string, hasMany = false) => ({
  name,
  type: 'relationship',
  relationTo,
  hasMany,
  index: true,
})

/** Every attribute that is asked for has an index, as a careful owner would set it. */
const collections = [
  {slug: 'rounds', fields: [id, text('title'), number('year')]},
  {slug: 'places', fields: [id, text('title')]},
  {slug: 'organisations', fields: [id, text('name')]},
  {
    slug: 'projects',
    fields: [
      id,
      text('title'),
      text('titleNl'),
      text('slug', true),
      text('summary'),
      text('status', true),
      number('amount'),
      text('publishedAt', true),
      text('startDate', true),
      to('round', 'rounds'),
      to('lead', 'organisations'),
      to('countries', 'places', true),
    ],
  },
]

/** Opens Payload over a new SQLite file. */
export async function openPayload(url: string): Promise<Peer> {
  const packages = ['payload', '@payloadcms/db-sqlite']
  const [{buildConfig, getPayload}, {sqliteAdapter}] = await Promise.all(packages.map((name) => import(name)))
  const config = buildConfig({
    secret: 'bench',
    telemetry: false,
    typescript: {autoGenerate: false},
    db: sqliteAdapter({client: {url}, push: true}),
    collections,
  })
  const payload = (await getPayload({config, disableOnInit: true})) as Payload
  return {questions: questionsOf(payload), create: (document) => create(payload, document)}
}

function questionsOf(payload: Payload): PeerQuestions {
  const projects = (options: object): Promise<unknown> =>
    payload.find({collection: 'projects', depth: 0, pagination: false, ...options})
  const withStatus = (status: string): Promise<unknown> =>
    payload.count({collection: 'projects', where: {status: {equals: status}}})
  return {
    q01_id: ({id: wanted}) => payload.findByID({collection: 'projects', id: wanted, depth: 0}),
    q02_slug: ({slug}) =>
      projects({where: {slug: {equals: slug}}, limit: 1, select: {title: true, amount: true}}),
    q03_list3deref: () =>
      projects({
        sort: '-publishedAt',
        limit: 20,
        depth: 1,
        select: {title: true, titleNl: true, slug: true, round: true, lead: true, countries: true},
      }),
    q05_roundref: ({id: round}) =>
      projects({
        where: {round: {equals: round}},
        sort: 'startDate',
        limit: 50,
        select: {amount: true, status: true},
      }),
    q07_match: ({q}) => projects({where: {title: {like: q}}, limit: 20, select: {title: true}}),
    q09_daterange: ({a, b}) =>
      projects({
        where: {and: [{publishedAt: {greater_than_equal: a}}, {publishedAt: {less_than: b}}]},
        sort: 'publishedAt',
        limit: 20,
        select: {publishedAt: true},
      }),
    q10_inarray: ({c}) =>
      projects({
        where: {and: [{countries: {in: [c]}}, {status: {in: ['running', 'done']}}]},
        sort: '-amount',
        limit: 20,
        select: {amount: true},
      }),
    q18_facets: () =>
      Promise.all([payload.count({collection: 'projects'}), withStatus('running'), withStatus('done')]),
  }
}

async function create(payload: Payload, document: StoredDocument): Promise<boolean> {
  const collection = COLLECTIONS[document._type]
  if (collection === undefined || document._id.startsWith('drafts.')) return false
  await payload.create({collection, depth: 0, data: {...flat(document), id: document._id}})
  return true
}

/** Its fields: languages side by side, references as ids. */
function flat(document: StoredDocument): JsonObject {
  const {title, summary, slug, round, lead, countries, ...rest} = document
  const part = (value: unknown, name: string): string | undefined =>
    (value as Record<string, string> | undefined)?.[name]
  const kept = Object.entries(rest).filter(([name]) => !name.startsWith('_') && name !== 'words')
  const data = {
    ...Object.fromEntries(kept),
    title: part(title, 'en'),
    titleNl: part(title, 'nl'),
    summary: part(summary, 'en'),
    slug: part(slug, 'current'),
    round: part(round, '_ref'),
    lead: part(lead, '_ref'),
    countries: Array.isArray(countries) ? countries.map((country) => part(country, '_ref') ?? '') : undefined,
  }
  return JSON.parse(JSON.stringify(data)) as JsonObject
}
