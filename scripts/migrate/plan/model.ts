import type {
  Account,
  Document,
  FieldDifference,
  FoundLink,
  Json,
  JsonObject,
  Picture,
  PictureWords,
  Rejection,
  SourcePlace,
  StoredDocument,
  Warning,
} from '../model.ts'

import type {ValueOrigin} from '../origins.ts'
import type {Pair} from '../link/pairs.ts'

/** A field that the source and an editor both changed, or that they state differently. */
export interface Conflict {
  path: string
  /** What the source said when it was taken over before. */
  base?: Json
  dataset: Json
  source: Json
}

export type OperationKind = 'create' | 'patch' | 'delete' | 'unchanged' | 'conflict'

/** What is to happen to one document, and why. */
export interface Operation {
  op: OperationKind
  /** Without `drafts.`, unless it is in place; `document._id` says where it is written. */
  id: string
  /** Of a schema migration: the very document is changed, a published one as published. */
  inPlace?: true
  type: string
  /** The document as it will be, a draft unless in place; for `unchanged`, `conflict` and `delete` as it is. */
  document: Document
  /** The draft or published document that the plan was made against. */
  before?: StoredDocument
  diff?: FieldDifference[]
  conflicts?: Conflict[]
  warnings: Warning[]
  source: SourcePlace
  alsoFrom: SourcePlace[]
  /** What the source says, whatever the dataset says: the base of the next plan's merge. */
  output: JsonObject
  /** Where every value of the source was read. */
  values: ValueOrigin[]
  /** A conflict that the person decided for the dataset: to be remembered. */
  settled?: boolean
}

/** Which dataset a plan was made for. */
export interface PlanTarget {
  kind: string
  projectId: string
  dataset: string
}

/** A link of a source, and the document that the old address belongs to now. */
export interface Link extends FoundLink {
  to?: string
}

/** A picture of a page that the plan takes over and the dataset does not have. */
export interface PlannedAsset extends Omit<Picture, 'base64'>, PictureWords {
  /** What documents refer to it by, until it is uploaded. */
  key: string
  source: SourcePlace
}

/** Everything that a migration would do, for a person to read and `apply` to do. Holds no time of day. */
export interface Plan {
  /** SHA-256 of everything below, so that an edited plan is noticed. */
  planId: string
  target: PlanTarget
  operations: Operation[]
  rejected: Rejection[]
  /** Pictures to upload. */
  assets: PlannedAsset[]
  links: {internal: Link[]; external: Link[]; broken: Link[]}
  /** Pages that seem to be one in two languages, which nobody confirmed yet. */
  pairs: Pair[]
  accounts: Account[]
  summary: Record<OperationKind | 'rejected' | 'warnings' | 'files', number>
}
