/**
 * Runs against a dataset in memory that can fail at any commit, before or after it took effect: whatever
 * happens, going on ends in the same dataset, and rolling back respects what people did since.
 */
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {ClientError, createClient, ServerError} from '@sanity/client'
import {describe, expect, test} from 'vitest'

import {faultyProxy} from '../../../tests/migration/faultyProxy.ts'
import {NOTHING_SAID, planWith} from '../../../tests/migration/planWith.ts'
import type {Document, StoredDocument} from '../model.ts'
import type {Operation, Plan} from '../plan/model.ts'
import {applyPlan} from './apply.ts'
import {basesOf} from './bases.ts'
import {migrationDataset, type MigrationDataset} from './dataset.ts'
import type {Mutation} from './mutations.ts'
import {openRun} from './openRun.ts'
import {DatasetUnreachableError, patient} from './patient.ts'
import {rollBack} from './rollback.ts'
import {listRuns} from './runFolder.ts'

const now = () => new Date('2026-11-24T06:00:00.000Z')
const noWait = async () => {}
const runsFolder = () => mkdtempSync(join(tmpdir(), 'migrate-runs-'))

type Fault = 'lost before' | 'lost after' | 'overloaded'

const connectionLost = () => Object.assign(new Error('connection lost'), {code: 'ECONNRESET'})

function memoryDataset(
  faults: (Fault | undefined)[] = [],
): MigrationDataset & {documents: Map<string, StoredDocument>} {
  const documents = new Map<string, StoredDocument>()
  const stored = (document: Document, _rev: string): StoredDocument => ({
    ...document,
    _rev,
    // A moment after the run says that it writes it, as in any dataset.
    _createdAt: '2026-11-24T06:00:00.031Z',
    _updatedAt: '2026-01-01T00:00:00Z',
  })
  const refuse = (description: string, statusCode = 409) => {
    throw new ClientError({
      statusCode,
      headers: {},
      body: {error: {description}},
      url: '',
      method: 'POST',
    })
  }
  const take = (mutation: Mutation, transactionId: string) => {
    if ('create' in mutation) {
      const {_id} = mutation.create
      if (documents.has(_id)) refuse('exists')
      documents.set(_id, stored(mutation.create, transactionId))
    } else if ('delete' in mutation) documents.delete(mutation.delete.id)
    else {
      const {id, ifRevisionID, set = {}, unset = []} = mutation.patch
      const before = documents.get(id)
      if (before?._rev !== ifRevisionID) return refuse('revision')
      const kept = Object.entries({...before, ...set}).filter(([name]) => !unset.includes(name))
      documents.set(id, {...before, ...Object.fromEntries(kept), _rev: transactionId})
    }
  }
  return {
    documents,
    all: async () => [...documents.values()],
    everything: async () => [...documents.values()],
    read: async (ids) =>
      new Map(
        ids.flatMap((id) => (documents.has(id) ? [[id, documents.get(id)] as [string, StoredDocument]] : [])),
      ),
    images: async () => new Map(),
    imageBySha1: async () => undefined,
    uploadImage: async () => 'image-none',
    describeImage: async () => {},
    referrers: async (id) =>
      [...documents.values()]
        .filter((document) => JSON.stringify(document).includes(`"_ref":"${id}"`))
        .map(({_id}) => _id),
    commit: async (mutations, transactionId) => {
      const fault = faults.shift()
      if (fault === 'overloaded') refuse('slow down', 429)
      if (fault === 'lost before') throw connectionLost()
      for (const mutation of mutations) take(mutation, transactionId)
      if (fault === 'lost after') throw connectionLost()
    },
  }
}

const theme = (id: string, extra: Partial<Operation> = {}): Operation => ({
  op: 'create',
  id,
  type: 'theme',
  document: {_id: `drafts.${id}`, _type: 'theme', title: id, provenance: {_type: 'provenance', file: 'f'}},
  source: {file: 'f'},
  ...NOTHING_SAID,
  output: {title: id},
  ...extra,
})

/** Enough documents for several batches. */
const many = planWith(Array.from({length: 250}, (_, index) => theme(`theme-${index}`)))

const content = (dataset: {documents: Map<string, StoredDocument>}) =>
  [...dataset.documents.values()]
    .toSorted((a, b) => (a._id < b._id ? -1 : 1))
    .map(({_id, title}) => [_id, title])

async function apply(plan: Plan, dataset: MigrationDataset, folder: string) {
  return applyPlan(plan, {dataset, run: openRun(folder, plan, now), now})
}

describe('applying a plan', () => {
  test('documents carry the moment and the run of their import', async () => {
    const dataset = memoryDataset()
    const folder = runsFolder()
    const outcome = await apply(planWith([theme('theme-1')]), dataset, folder)
    expect(outcome).toEqual({written: ['theme-1'], already: [], refused: [], conflicts: []})
    expect(dataset.documents.get('drafts.theme-1')).toMatchObject({
      provenance: {file: 'f', importedOn: now().toISOString(), runId: listRuns(folder)[0]?.runId},
    })
  })

  test.each<[string, (Fault | undefined)[]]>([
    ['before the first batch', ['lost before']],
    ['between batches', [undefined, 'lost before']],
    ['in the last batch', [undefined, undefined, 'lost before']],
  ])('cut short %s and applied again ends in the same dataset', async (_name, faults) => {
    const [whole, broken] = [memoryDataset(), memoryDataset(faults)]
    await apply(many, whole, runsFolder())
    const folder = runsFolder()
    await expect(apply(many, broken, folder)).rejects.toThrow('connection lost')
    const outcome = await apply(many, broken, folder)
    expect(outcome.refused).toEqual([])
    expect(content(broken)).toEqual(content(whole))
    expect(listRuns(folder)).toHaveLength(1)
  })

  test.each<[string, Fault[]]>([
    ['an answer that got lost after the write', ['lost after']],
    ['a request that never arrived', ['lost before', 'lost before']],
    ['a service that asks to slow down', ['overloaded', 'overloaded', 'overloaded']],
    ['all of it', ['overloaded', 'lost before', 'overloaded', 'lost after']],
  ])('%s is settled by looking and asking again, and nothing is written twice', async (_name, faults) => {
    const dataset = memoryDataset([undefined, ...faults])
    const outcome = await apply(many, patient(dataset, noWait), runsFolder())
    expect(outcome.refused).toEqual([])
    expect(outcome.written).toHaveLength(250)
    expect(dataset.documents.size).toBe(250)
  })

  test('a service that stays away stops the run, which can go on', async () => {
    const dataset = memoryDataset(Array.from({length: 20}, () => 'lost before' as const))
    const folder = runsFolder()
    await expect(apply(many, patient(dataset, noWait), folder)).rejects.toThrow(DatasetUnreachableError)
    expect((await apply(many, memoryDataset(), folder)).written).toHaveLength(250)
    expect(listRuns(folder)).toHaveLength(1)
  })

  test('a service that is lost between a write and the look for it is waited for once, not once in each wait', async () => {
    const waits: number[] = []
    const dataset = patient(
      {
        ...memoryDataset(['lost after']),
        read: async () => {
          throw connectionLost()
        },
      },
      async (milliseconds) => {
        waits.push(milliseconds)
      },
    )
    await expect(dataset.commit([], 't1')).rejects.toThrow(DatasetUnreachableError)
    expect(waits).toHaveLength(7)
  })

  test('a name that cannot be looked up for a moment is asked for again', async () => {
    const failures = [Object.assign(new Error('getaddrinfo'), {code: 'EAI_AGAIN'})]
    const dataset = memoryDataset()
    const all = async () => {
      const failure = failures.shift()
      if (failure) throw failure
      return dataset.all()
    }
    expect(await patient({...dataset, all}, noWait).all()).toEqual([])
  })

  test('the client itself asks once: how often is for the run to say', async () => {
    const proxy = await faultyProxy('http://127.0.0.1:9', () => ({status: 503}))
    try {
      const client = createClient({
        projectId: 'local',
        dataset: 'production',
        apiVersion: '2025-02-19',
        apiHost: proxy.url,
        useProjectHostname: false,
        useCdn: false,
        token: 'a-token',
      })
      await expect(migrationDataset(client).read(['theme-1'])).rejects.toThrow(ServerError)
      expect(proxy.seen).toHaveLength(1)
    } finally {
      await proxy.close()
    }
  })

  test('what was written before the run was killed counts as taken from the source', async () => {
    const dataset = memoryDataset(['lost after'])
    const folder = runsFolder()
    await expect(apply(many, dataset, folder)).rejects.toThrow('connection lost')
    const outcome = await apply(many, dataset, folder)
    expect([outcome.written.length, outcome.already.length]).toEqual([150, 100])
    const bases = basesOf(listRuns(folder), many.target, [...dataset.documents.values()])
    expect(bases.size).toBe(250)
  })

  test('what was made anew since does not count as taken from the source', async () => {
    const dataset = memoryDataset()
    const folder = runsFolder()
    await apply(many, dataset, folder)
    const stored = [...dataset.documents.values()].map((document) => ({...document, provenance: null}))
    expect(basesOf(listRuns(folder), many.target, stored).size).toBe(0)
  })

  test('a line of the journal that was cut short spoils no other', async () => {
    const dataset = memoryDataset([undefined, 'lost before'])
    const folder = runsFolder()
    await expect(apply(many, dataset, folder)).rejects.toThrow('connection lost')
    const journal = join(listRuns(folder)[0]?.folder ?? '', 'journal.ndjson')
    const text = readFileSync(journal, 'utf8')
    writeFileSync(journal, text.slice(0, -40))
    await apply(many, dataset, folder)
    const [run] = listRuns(folder)
    if (!run) throw new Error('no run')
    expect((await rollBack(run, dataset, now)).deleted).toHaveLength(250)
    expect(dataset.documents.size).toBe(0)
  })

  test('what changed since the plan is refused, the rest is written', async () => {
    const dataset = memoryDataset()
    const edited: StoredDocument = {
      _id: 'theme-1',
      _type: 'theme',
      title: 'edited',
      _rev: 'r2',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
    }
    dataset.documents.set('theme-1', edited)
    const plan = planWith([
      theme('theme-1', {op: 'patch', before: {...edited, _rev: 'r1'}}),
      theme('theme-2'),
    ])
    const outcome = await apply(plan, dataset, runsFolder())
    expect(outcome.refused.map(({id}) => id)).toEqual(['theme-1'])
    expect(outcome.written).toEqual(['theme-2'])
    expect(dataset.documents.get('theme-1')).toEqual(edited)
  })

  test('a published document is changed in a draft', async () => {
    const dataset = memoryDataset()
    const published: StoredDocument = {
      _id: 'theme-1',
      _type: 'theme',
      title: 'old',
      _rev: 'r1',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
    }
    dataset.documents.set('theme-1', published)
    await apply(planWith([theme('theme-1', {op: 'patch', before: published})]), dataset, runsFolder())
    expect(dataset.documents.get('theme-1')).toEqual(published)
    expect(dataset.documents.get('drafts.theme-1')).toMatchObject({title: 'theme-1'})
  })
})

describe('rolling a run back', () => {
  const before: StoredDocument = {
    _id: 'drafts.theme-old',
    _type: 'theme',
    title: 'old',
    _rev: 'r1',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
  }

  async function applied(operations: Operation[]) {
    const dataset = memoryDataset()
    const folder = runsFolder()
    dataset.documents.set(before._id, before)
    await apply(planWith(operations), dataset, folder)
    const [run] = listRuns(folder)
    if (!run) throw new Error('no run')
    return {dataset, run}
  }

  test('what it made is deleted, what it changed is as before', async () => {
    const {dataset, run} = await applied([theme('theme-1'), theme('theme-old', {op: 'patch', before})])
    expect(await rollBack(run, dataset, now)).toEqual({
      deleted: ['drafts.theme-1'],
      restored: ['drafts.theme-old'],
      images: [],
      kept: [],
    })
    expect(content(dataset)).toEqual([['drafts.theme-old', 'old']])
  })

  test('what was edited, published or is referred to stays and is listed', async () => {
    const reference = {theme: {_type: 'reference', _ref: 'theme-1', _weak: true}}
    const {dataset, run} = await applied([theme('theme-1'), theme('theme-2'), theme('theme-3')])
    const edit = (id: string, changes: object) => {
      const document = dataset.documents.get(id)
      if (document) dataset.documents.set(id, {...document, ...changes})
    }
    edit('drafts.theme-2', {title: 'edited', _rev: 'editor'})
    const third = dataset.documents.get('drafts.theme-3')
    if (third) dataset.documents.set('theme-3', {...third, _id: 'theme-3'})
    dataset.documents.delete('drafts.theme-3')
    dataset.documents.set('project-1', {...before, _id: 'project-1', ...reference})

    const outcome = await rollBack(run, dataset, now)
    expect(outcome.deleted).toEqual([])
    expect(outcome.kept.map(({id, reason}) => [id, reason])).toEqual([
      ['drafts.theme-3', expect.stringContaining('published or deleted')],
      ['drafts.theme-2', expect.stringContaining('edited')],
      ['drafts.theme-1', expect.stringContaining('project-1')],
    ])
  })

  test('a rollback that was cut short goes on and tells all of it', async () => {
    const dataset = memoryDataset([undefined, undefined, undefined, 'lost after', undefined, 'lost before'])
    const folder = runsFolder()
    await apply(many, dataset, folder)
    const rollback = () => {
      const [run] = listRuns(folder)
      if (!run) throw new Error('no run')
      return rollBack(run, dataset, now)
    }
    await expect(rollback()).rejects.toThrow('connection lost')
    await expect(rollback()).rejects.toThrow('connection lost')
    const outcome = await rollback()
    expect([outcome.deleted.length, outcome.kept.length]).toEqual([250, 0])
    expect(dataset.documents.size).toBe(0)
  })

  test('a run that was cut short takes back what it had written', async () => {
    const dataset = memoryDataset([undefined, 'lost before'])
    const folder = runsFolder()
    await expect(apply(many, dataset, folder)).rejects.toThrow('connection lost')
    const [run] = listRuns(folder)
    if (!run) throw new Error('no run')
    const outcome = await rollBack(run, dataset, now)
    expect(outcome.deleted).toHaveLength(100)
    expect(outcome.kept).toEqual([])
    expect(dataset.documents.size).toBe(0)
  })

  test.each<[string, (Fault | undefined)[]]>([
    ['a rollback', [undefined, 'lost before']],
    ['a run', ['lost after']],
  ])('what was published after %s was cut short is no more told to be gone', async (_what, faults) => {
    const dataset = memoryDataset([...faults])
    const folder = runsFolder()
    await apply(planWith([theme('theme-1')]), dataset, folder).catch(() => {})
    const [run] = listRuns(folder)
    if (!run) throw new Error('no run')
    if (faults.length > 1) await rollBack(run, dataset, now).catch(() => {})
    const draft = dataset.documents.get('drafts.theme-1')
    if (!draft) throw new Error('no draft')
    dataset.documents.set('theme-1', {...draft, _id: 'theme-1', _rev: 'editor'})
    dataset.documents.delete(draft._id)

    const outcome = await rollBack(run, dataset, now)
    expect(outcome.deleted).toEqual([])
    expect(outcome.kept).toEqual([
      {id: 'drafts.theme-1', reason: expect.stringContaining('published or deleted')},
    ])
  })
})
