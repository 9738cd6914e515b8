import type {FillResult} from './parts/fill.ts'
import type {HttpResult} from './parts/http.ts'
import type {PeerResult} from './parts/peers.ts'
import type {QueryResult} from './parts/queries.ts'
import type {WriteResult} from './parts/writes.ts'

/** What was measured at one size; a part that was left out is absent. */
export interface SizeResult {
  size: number
  queries?: QueryResult
  fill?: FillResult
  http?: HttpResult
  writes?: WriteResult
}

/** One run of the benchmark. */
export interface Results {
  /** ISO 8601. */
  date: string
  machine: {cores: number; memoryBytes: number; node: string; loadBefore: number; loadAfter: number}
  /** From small to large; the last one is what the targets are about. */
  sizes: SizeResult[]
  peer?: PeerResult
}
