import {contextOf, type DocumentFinding, type RuleDocument, validateDocuments} from './index.ts'

/** A document as the dataset keeps it. */
export interface ContentDocument extends RuleDocument {
  readonly _rev: string
}

/** What publishing a selection of drafts would do. */
export interface Publication {
  /** Drafts that pass, with those they refer to published or among them. */
  publish: ContentDocument[]
  /** Drafts that do not pass, each with all its errors. */
  refused: {draft: ContentDocument; errors: DocumentFinding[]}[]
  /** Warnings of the drafts that pass. */
  warnings: DocumentFinding[]
}

const DRAFTS = 'drafts.'
const isDraft = ({_id}: ContentDocument): boolean => _id.startsWith(DRAFTS)

/**
 * Decides which of the selected drafts may be published together: each is judged against what would
 * be published after it, so a draft that is refused may take others with it that need it.
 *
 * @param documents the content of the dataset, published and drafts
 * @param isSelected which drafts to publish
 */
export async function planPublication(
  documents: readonly ContentDocument[],
  isSelected: (draft: ContentDocument) => boolean,
): Promise<Publication> {
  const published = documents.filter((document) => !isDraft(document))
  const refused: Publication['refused'] = []
  let publish = documents.filter((document) => isDraft(document) && isSelected(document))
  for (;;) {
    const findings = await validateDocuments(publish, contextOf([...published, ...publish], 'drafts'))
    const errors = Map.groupBy(
      findings.filter(({level}) => level === 'error'),
      ({documentId}) => documentId,
    )
    if (errors.size === 0) return {publish, refused, warnings: findings}
    for (const draft of publish) {
      const found = errors.get(draft._id)
      if (found) refused.push({draft, errors: found})
    }
    publish = publish.filter(({_id}) => !errors.has(_id))
  }
}

/** The publish action of each draft, only while it is still the revision that was judged. */
export function publishActions(publish: readonly ContentDocument[]) {
  return publish.map(({_id, _rev}) => ({
    actionType: 'sanity.action.document.publish' as const,
    draftId: _id,
    publishedId: _id.slice(DRAFTS.length),
    ifDraftRevisionId: _rev,
  }))
}
