import {ruleFindings} from './all.ts'
import {contextOf} from './context.ts'
import type {Finding, RuleContext, RuleDocument} from './rule.ts'
import {structureFindings} from './structure.ts'

export {rules, ruleFindings} from './all.ts'
export {contextOf} from './context.ts'
export type {Finding, FindingPath, Level, Message, Rule, RuleContext, RuleDocument} from './rule.ts'
export {structureFindings} from './structure.ts'

/** A finding with the document that it is about. */
export interface DocumentFinding extends Finding {
  documentId: string
  documentType: string
}

/**
 * Checks documents against structure and rules: what `npm run validate`, publishing and the tests of
 * the content do. Documents of Sanity's own and of the media browser (`sanity.…`, `system.…`, `media.…`) are not ours to judge.
 *
 * @param documents published ones, drafts or both
 * @param context where rules look up other documents; the given documents unless said otherwise:
 *   a published one among the published, a draft among what would be published with all drafts
 */
export async function validateDocuments(
  documents: readonly RuleDocument[],
  context?: RuleContext,
): Promise<DocumentFinding[]> {
  const drafts = context ?? contextOf(documents, 'drafts')
  const published = context ?? contextOf(documents, 'published')
  const findings: DocumentFinding[] = []
  for (const document of documents) {
    if (/^(sanity|system|media)\./.test(document._type)) continue
    const around = document._id.startsWith('drafts.') ? drafts : published
    const found = [...structureFindings(document), ...(await ruleFindings(document, around))]
    for (const finding of found) {
      findings.push({...finding, documentId: document._id, documentType: document._type})
    }
  }
  return findings
}
