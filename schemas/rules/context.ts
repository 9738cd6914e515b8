import {publishedId} from './read.ts'
import type {RuleContext, RuleDocument} from './rule.ts'

/**
 * Answers a rule's questions from documents in memory.
 *
 * @param documents published ones, drafts or both
 * @param perspective `drafts`: a draft stands in for its published version; `published`: drafts don't exist
 */
export function contextOf(
  documents: Iterable<RuleDocument>,
  perspective: 'drafts' | 'published' = 'drafts',
): RuleContext {
  const byId = new Map<string, RuleDocument>()
  for (const document of documents) {
    const id = publishedId(document._id)
    const isPublished = document._id === id
    if (isPublished ? !byId.has(id) : perspective === 'drafts' && document._id.startsWith('drafts.')) {
      byId.set(id, {...document, _id: id})
    }
  }
  const byType = Map.groupBy(byId.values(), ({_type}) => _type)
  return {
    documentsOfType: async (type) => byType.get(type) ?? [],
    document: async (id) => byId.get(publishedId(id)),
  }
}
