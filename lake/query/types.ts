import type {Json, JsonObject, StoredDocument} from '../model/document.ts'
import type {Change} from '../model/transaction.ts'
import type {ContentSourceMap, SourceMapMode} from './sourceMap/sourceMap.ts'

/**
 * Which documents a query sees. A list is a stack of release ids, `'drafts'` and `'published'`:
 * the leftmost version of a document wins, and published is always the base. `'unversioned'` is what
 * `'raw'` was before there were releases: all documents but versions.
 */
export type Perspective = 'raw' | 'unversioned' | 'published' | 'drafts' | readonly string[]

export interface QueryRequest {
  query: string
  params: JsonObject
  perspective: Perspective
  /** What `identity()` answers. */
  identity?: string
  /** What `now()` answers. */
  now?: Date
  /** Anonymous requests see only documents whose id has no dot, whatever the perspective. */
  publicOnly?: boolean
  /** Asks for a content source map, with list items named by index or by `_key`. */
  sourceMap?: SourceMapMode
  /** Milliseconds after which the query is given up with a 408 answer. */
  deadline?: number
  /** Milliseconds after which it is given up with `TooCostly`, to be answered elsewhere. */
  slice?: number
}

export interface QueryAnswer {
  result: Json
  syncTags: string[]
  ms: number
  sourceMap?: ContentSourceMap
}

/** What the engine needs to know of a change; the log's `Change` has it. */
export type DocumentChange = Pick<Change, 'documentId' | 'before' | 'after'>

/** A filter and a projection in delta mode, where `before()`, `after()` and `delta::` speak of a change. */
export interface ChangeRule {
  /** Whether the filter holds. Its document is the one after the change, or before a deletion. */
  matches(change: DocumentChange): boolean
  /** What the projection makes of that document; the whole document when there is none. */
  project(change: DocumentChange): Json
}

export interface QueryEngine {
  /** Answers a query, or throws a `LakeError`: 400 `queryParseError` with query, start and end. */
  query(request: QueryRequest): QueryAnswer
  /** Takes over what a transaction did. The next query sees it. */
  apply(changes: readonly DocumentChange[]): void
  /** The top-level filter of a listen query, over documents as stored. */
  filter(query: string, params: JsonObject): (document: StoredDocument) => boolean
  /**
   * Compiles what is to be told of changes. Throws a `LakeError` when the filter or the projection
   * can't be parsed; both have the time of a listener's filter.
   */
  rule(filter: string | null, projection: string | null): ChangeRule
  /** The same for requests with the same answer while nothing changes; undefined when the time plays a part. */
  keyOf(request: QueryRequest): string | undefined
  /**
   * The sync tags of changes, as far as a reader hears of them: an answer that they may alter has one
   * of them.
   */
  tagsOf(changes: readonly DocumentChange[], sees?: (documentId: string) => boolean): string[]
  /** How a query would be answered, in words. */
  explain(request: QueryRequest): string
}

/** The dataset that `sanity::projectId()` and `sanity::dataset()` answer for. */
export interface DatasetName {
  projectId: string
  dataset: string
}
