/** A process whose replica is busy for far longer than the process lives. */
import type {StoredDocument} from '../../lake/model/document.ts'
import {Replica} from '../../lake/query/worker/replica.ts'

const at = '2026-01-01T00:00:00Z'
const documents = new Map<string, StoredDocument>()
for (let n = 0; n < 3000; n++) {
  documents.set(`d${n}`, {_id: `d${n}`, _type: 'thing', _rev: 'r', _createdAt: at, _updatedAt: at, n})
}
const replica = new Replica(
  documents,
  {projectId: 'local', dataset: 'production'},
  {deadline: 600_000, memory: 256},
)
const ask = (query: string) => replica.query({query, params: {}, perspective: 'raw'})

await ask('count(*)')
const endless = ask('count(*[count(*[count(*[n + ^.n + ^.^.n == -1]) > 0]) > 0])')
process.send?.('busy')
await endless
