import {collectMigrationMutations, type Migration, type MigrationContext} from '@sanity/migrate'
import type {Mutation} from '@sanity/mutate'
import {createStore} from '@sanity/mutate/_unstable_apply'
import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'

import {differences} from '../merge/difference.ts'
import type {Document, SourcePlace, StoredDocument} from '../model.ts'
import {planOf} from '../plan/buildPlan.ts'
import type {Operation, Plan, PlanTarget} from '../plan/model.ts'
import {contentOf} from '../plan/operation.ts'

export interface SchemaMigrationInput {
  name: string
  migration: Migration
  target: PlanTarget
  /** Every document, drafts and versions among them: each is moved where it stands. */
  stored: StoredDocument[]
  /** For migrations that look something up; they can't write with it. */
  client: SanityClient
}

/**
 * Works out what a schema migration would do to each document, in memory: in the form of any other plan,
 * so that it is read, applied and taken back the same way.
 *
 * @throws whatever the migration throws
 */
export async function planSchemaMigration(input: SchemaMigrationInput): Promise<Plan> {
  const {migration, target, stored} = input
  const source: SourcePlace = {file: `schema migration ${input.name}`, locator: migration.title}
  const after = await migrated(input)
  const before = new Map(stored.map((document) => [document._id, document]))
  const operations = [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .flatMap((id) => operationOf(before.get(id), after.get(id), source) ?? [])
    .toSorted((a, b) => TURN[a.op] - TURN[b.op])
  return planOf({target, operations, rejected: [], readings: [], links: NO_LINKS})
}

/** What is referred to is made first, and goes last. */
const TURN: Readonly<Record<Operation['op'], number>> = {
  create: 0,
  patch: 1,
  delete: 2,
  unchanged: 3,
  conflict: 3,
}

const NO_LINKS: Plan['links'] = {internal: [], external: [], broken: []}

async function migrated({migration, stored, client}: SchemaMigrationInput): Promise<Map<string, Document>> {
  const store = createStore(stored)
  const {documentTypes} = migration
  const chosen = documentTypes ? stored.filter(({_type}) => documentTypes.includes(_type)) : stored
  async function* documents() {
    yield* structuredClone(chosen)
  }
  const byId = new Map(stored.map((document) => [document._id, document]))
  const context: MigrationContext = {
    client,
    dryRun: true,
    filtered: {
      getDocument: async <T extends SanityDocument>(id: string) => byId.get(id) as T | undefined,
      getDocuments: async <T extends SanityDocument>(ids: string[]) =>
        ids.flatMap((id) => (byId.get(id) as T | undefined) ?? []),
    },
  }
  for await (const step of collectMigrationMutations(migration, documents, context)) {
    // The same mutations: the two libraries only write the type of a path differently.
    for (const part of [step].flat()) {
      store.apply((part.type === 'transaction' ? part.mutations : [part]) as Mutation[])
    }
  }
  return new Map(store.entries().map(([id, document]) => [id, document as Document]))
}

function operationOf(
  before: StoredDocument | undefined,
  after: Document | undefined,
  source: SourcePlace,
): Operation | undefined {
  const shared = {inPlace: true as const, warnings: [], source, alsoFrom: [], output: {}, values: []}
  if (before && !after) {
    return {...shared, op: 'delete', id: before._id, type: before._type, document: before, before}
  }
  if (!after) return undefined
  const common = {...shared, id: after._id, type: after._type}
  if (!before) return {...common, op: 'create', document: after}
  const diff = differences(contentOf(before), contentOf(after))
  if (diff.length === 0) return undefined
  return {
    ...common,
    op: 'patch',
    document: {...contentOf(after), _id: after._id, _type: after._type},
    before,
    diff,
  }
}
