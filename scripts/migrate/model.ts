/** Any JSON value, as documents hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** A document as it will be or is written. */
export type Document = JsonObject & {_id: string; _type: string}
/** A document as the dataset has it. */
export type StoredDocument = Document & {_rev: string; _createdAt: string; _updatedAt: string}

/** Where something was read: a file and the line, page or cell in it. */
export interface SourcePlace {
  file: string
  locator?: string
}

/** Where each value was read, by the path of its field. */
export type Origins = Readonly<Record<string, SourcePlace[]>>

/** Something that a person should look at; never a reason to stop. */
export interface Warning {
  code: string
  message: string
  source: SourcePlace
}

/** A file, or a part of one, that could not be taken over, with the way out. */
export interface Rejection {
  file: string
  locator?: string
  code: string
  reason: string
}

export type Format =
  | 'html'
  | 'drupal'
  | 'pageText'
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'docx'
  | 'pdf'
  | 'iati'
  | 'markdown'

/** One file of the input, as it lies there. */
export interface InputFile {
  /** Name in reports and provenance: the folder and what is below it, the same on every machine. */
  file: string
  path: string
  sha256: string
  bytes: number
  /** The folder that was given, when the file lies in one: pictures may come from there. */
  root?: string
}

/** One paragraph, heading or list item of a page. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'listItem'
  text: string
  locator: string
  /** The block as the document wrote it, when that says more than the text. */
  html?: string
  /** The block converted already, where the format has a converter of its own. */
  portableText?: JsonObject[]
  /** The links in it. */
  links?: PageLink[]
  /** The label of the footnote that it is. */
  note?: string
  /** Whether it is a cell of a table. */
  cell?: true
  /** Where it stands in a table of data. */
  inTable?: InTable
}

/** A table of data in the text of a page; a table that only arranges a page is none. */
export interface DataTable {
  /** Whether its first row names the columns. */
  hasHeader: boolean
  rows: number
  columns: number
  /** How many blocks of the page are parts of it. */
  parts: number
}

/** The place of a block in a table of data: its caption, or a cell, counted from 0. */
export interface InTable {
  table: DataTable
  place: 'caption' | {row: number; column: number}
}

/** What is known of a picture when its bytes are kept elsewhere. */
export interface PictureFacts {
  sha1: string
  sha256: string
  filename: string
  bytes: number
}

/** A picture of which the bytes are at hand. */
export interface Picture extends PictureFacts {
  base64: string
}

/** What a page says of a picture. */
export interface PictureWords {
  /** What it shows, for readers who cannot see it. */
  alt?: string
  credit?: string
  caption?: string
}

/** A link of a page, absolute and of a safe kind. */
export interface PageLink {
  href: string
  locator: string
}

/** A page of the old website as it was read, before anything is understood. */
export interface Page {
  source: SourcePlace
  sha256: string
  format: Format
  url?: string
  /** Short and former addresses of the page, canonical. */
  otherUrls?: string[]
  /** Addresses that the page gives for itself in another language. */
  alternates?: string[]
  /** What the old website numbered the page by, where an export says it. */
  node?: string
  /** Why no document can be made of it, where reading it has shown that. */
  refusal?: Pick<Rejection, 'code' | 'reason'>
  /** The day on which it was published, where it says that beside its text. */
  published?: {day: string; locator: string}
  language?: 'nl' | 'en'
  title: string
  titleLocator: string
  blocks: Block[]
  /** What stands on the page beside its text and is not repeated on every page: never taken, accounted for. */
  outside?: Block[]
  /** The links that stand in no block. */
  links: PageLink[]
  images: {src: string; alt: string; locator: string; caption?: string; picture?: Picture}[]
  warnings: Warning[]
}

export type DocumentType =
  | 'agreement'
  | 'annex'
  | 'trustFund'
  | 'trustFundRound'
  | 'project'
  | 'organisation'
  | 'place'
  | 'theme'
  | 'newsItem'
  | 'page'

/**
 * What a source says about one thing. References inside `fields` hold a natural key (`place|iso:MW`) in
 * `_ref` until the link stage knows which document that is.
 */
export interface Candidate {
  type: DocumentType
  /** Natural keys, the most decisive first; the first one makes the id of a new document. */
  keys: string[]
  /** What the source states. */
  fields: JsonObject
  /** Where single values stand; a field that is not named stands where the candidate does. */
  origins?: Origins
  /** What a new document needs besides; never held against an existing one. */
  defaults: JsonObject
  /** Made only when something refers to it and the dataset has it not; never changes a document. */
  supporting: boolean
  /** How much a source says about the thing: 1 a page of its own, 2 a page about several, 3 news. Lower goes first. */
  rank: number
  /** Old addresses of this thing, canonical. */
  urls: string[]
  /** Addresses that its page gave for itself in another language. */
  alternates?: string[]
  source: SourcePlace
  /** The other places that say something about the same thing. */
  alsoFrom?: SourcePlace[]
  sha256: string
  warnings: Warning[]
}

/** How much of a file's content arrived in documents, and what did not. */
export interface Account {
  file: string
  format: string
  kind?: string
  counted: Record<string, {in: number; out: number}>
  left: {locator: string; kind: string; excerpt: string}[]
}

/** A link that a source holds, absolute and of a safe kind. */
export interface FoundLink {
  href: string
  source: SourcePlace
}

/** What one file, sheet or activity list says: everything that a plan needs of it. */
export interface Reading<Shown extends PictureFacts = PictureFacts> {
  file: string
  /** Address of the page, when it is one. */
  url?: string
  candidates: Candidate[]
  rejected: Rejection[]
  links: FoundLink[]
  /** The pictures of its page. */
  pictures?: (Shown & PictureWords & {source: SourcePlace})[]
  account: Account
}

/** A field in which two versions of a document differ: both values stay visible. */
export interface FieldDifference {
  path: string
  before?: Json
  after?: Json
}
