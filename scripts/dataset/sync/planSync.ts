import type {Document, StoredDocument} from '../../migrate/model.ts'
import {strongReferences} from '../archive/checkArchive.ts'
import {isAssetId} from '../archive/assetFile.ts'
import type {Problem} from '../archive/parseLines.ts'
import {compareDocuments, type DocumentDifference} from '../compare/compareDocuments.ts'
import {contentOf, type Selection, select} from '../compare/content.ts'

export interface SyncPlan {
  /** What changes in the target. */
  differences: DocumentDifference[]
  /** Documents as they will be, with the revision that they take the place of. */
  writes: {document: Document; before?: StoredDocument}[]
  deletions: StoredDocument[]
  /** Assets that the written documents show and that the target lacks, by id. */
  assets: string[]
  /** Documents that only the target has and that stay, since nobody asked to prune. */
  left: number
  /** What keeps the plan from being applied. */
  problems: Problem[]
}

interface SyncOptions {
  selection: Selection
  prune: boolean
}

/**
 * What makes the target say what the source says, within a selection of documents.
 *
 * @param source documents of the source
 * @param target all documents of the target in one state
 * @param heldAssets ids of the assets that the source can give
 */
export function planSync(
  source: readonly Document[],
  target: readonly StoredDocument[],
  heldAssets: ReadonlySet<string>,
  {selection, prune}: SyncOptions,
): SyncPlan {
  const all = compareDocuments(select(target, selection), select(source, selection))
  const differences = prune ? all : all.filter(({op}) => op !== 'removed')
  const wanted = new Map(source.map((document) => [document._id, document]))
  const present = new Map(target.map((document) => [document._id, document]))
  const writes = differences.flatMap(({id}): SyncPlan['writes'] => {
    const document = wanted.get(id)
    const before = present.get(id)
    return document ? [{document: asWritten(document, before), ...(before ? {before} : {})}] : []
  })
  const deletions = differences.flatMap(({op, id}) => (op === 'removed' ? (present.get(id) ?? []) : []))
  const assets = assetsOf(writes.map(({document}) => document)).filter((id) => !present.has(id))
  return {
    differences,
    writes,
    deletions,
    assets,
    left: all.length - differences.length,
    problems: problemsOf({writes, deletions, assets}, present, heldAssets),
  }
}

/** The content, with the day on which the document was made. */
function asWritten(document: Document, before: StoredDocument | undefined): Document {
  const createdAt = before?._createdAt ?? document['_createdAt']
  return {...contentOf(document), ...(createdAt === undefined ? {} : {_createdAt: createdAt})}
}

const assetsOf = (documents: Document[]): string[] => [
  ...new Set(documents.flatMap((document) => [...strongReferences(document)].filter(isAssetId))),
]

/** References that would lead nowhere afterwards, and assets that can't be brought along. */
function problemsOf(
  {writes, deletions, assets}: Pick<SyncPlan, 'writes' | 'deletions' | 'assets'>,
  present: ReadonlyMap<string, StoredDocument>,
  heldAssets: ReadonlySet<string>,
): Problem[] {
  const deleted = new Set(deletions.map(({_id}) => _id))
  const written = new Map(writes.map(({document}) => [document._id, document]))
  const brought = new Set(assets.filter((id) => heldAssets.has(id)))
  const exists = (id: string) => (present.has(id) && !deleted.has(id)) || written.has(id) || brought.has(id)
  const linked = writes
    .filter(({document}) => JSON.stringify(document).includes('"_sanityAsset":'))
    .map(({document}) => ({place: document._id, message: 'shows an asset by address: use import instead'}))
  const lost = [...written.values()].flatMap((document) =>
    missingFrom(document, (id) => !exists(id), 'which is at neither side or is not part of this sync'),
  )
  const orphaned = [...present.values()]
    .filter(({_id}) => !deleted.has(_id) && !written.has(_id))
    .flatMap((document) => missingFrom(document, (id) => deleted.has(id), 'which would be deleted'))
  return [...linked, ...lost, ...orphaned]
}

function missingFrom(document: Document, isMissing: (id: string) => boolean, why: string): Problem[] {
  return [...new Set(strongReferences(document))]
    .filter(isMissing)
    .map((id) => ({place: document._id, message: `refers to ${id}, ${why}`}))
}
