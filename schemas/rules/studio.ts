import type {ClientPerspective} from '@sanity/client'
import type {CustomValidatorResult, Path, Rule, ValidationContext, ValidationError} from 'sanity'

import type {Language} from '../languages.ts'
import {ruleFindings} from './all.ts'
import {isObject, publishedId, text} from './read.ts'
import type {Finding, Level, RuleContext, RuleDocument} from './rule.ts'

const API_VERSION = '2025-02-19'

/**
 * The invariants as validation of a document type: errors stop publishing, warnings don't. Other
 * documents are looked up as they would be once published: with their drafts, or with their versions in
 * the release where the document is one of those.
 */
export function documentValidation(rule: Rule): Rule[] {
  return [rule.custom(findingsAt('error')).error(), rule.custom(findingsAt('warning')).warning()]
}

function findingsAt(level: Level) {
  return async (value: unknown, validation: ValidationContext): Promise<CustomValidatorResult> => {
    if (!isRuleDocument(value)) return true
    const findings = await findingsOf(value, validation).catch(unlessUnreachable)
    const language = languageOf(validation)
    const errors = findings
      .filter((finding) => finding.level === level)
      .map((finding) => validationError(finding, language))
    return errors.length === 0 ? true : errors
  }
}

/** Errors and warnings of one pass are asked for side by side: the rules run once for both. */
const running = new WeakMap<object, Promise<Finding[]>>()

function findingsOf(document: RuleDocument, validation: ValidationContext): Promise<Finding[]> {
  const current = running.get(document)
  if (current) return current
  const context = studioContext(validation, perspectiveOf(document))
  const findings = ruleFindings(document, context).finally(() => running.delete(document))
  running.set(document, findings)
  return findings
}

/** What a rule that couldn't ask about other documents comes to: nothing is published unjudged. */
const UNREACHABLE: Finding = {
  code: 'rules-unreachable',
  level: 'error',
  path: [],
  message: {
    nl: 'De regels konden niet nagekeken worden, want de inhoud was niet te bereiken. Kijk de verbinding na, en probeer het dan opnieuw.',
    en: 'The rules could not be checked, since the content could not be reached. Check the connection, then try again.',
  },
}

/** A question about other documents that got no answer. */
class UnreachableError extends Error {}

function unreachable(cause: unknown): never {
  throw new UnreachableError('The content could not be reached', {cause})
}

/** Any other failure is one of a rule, which Sanity tells as what it is. */
function unlessUnreachable(error: unknown): Finding[] {
  if (error instanceof UnreachableError) return [UNREACHABLE]
  throw error
}

/** The release of a version, with what is published under it; else all drafts. */
function perspectiveOf({_id}: RuleDocument): ClientPerspective {
  const release = /^versions\.([^.]+)\./.exec(_id)?.[1]
  return release === undefined ? 'drafts' : [release]
}

function studioContext(validation: ValidationContext, perspective: ClientPerspective): RuleContext {
  const client = validation.getClient({apiVersion: API_VERSION}).withConfig({perspective, useCdn: false})
  const byType = new Map<string, Promise<RuleDocument[]>>()
  return {
    documentsOfType(type) {
      const known = byType.get(type)
      if (known) return known
      const documents = client
        .fetch<RuleDocument[]>('*[_type == $type]', {type}, {tag: 'rules'})
        .catch(unreachable)
      byType.set(type, documents)
      return documents
    },
    document: async (id) =>
      (await client
        .fetch<RuleDocument | null>('*[_id == $id][0]', {id: publishedId(id)}, {tag: 'rules'})
        .catch(unreachable)) ?? undefined,
  }
}

function isRuleDocument(value: unknown): value is RuleDocument {
  return isObject(value) && text(value['_id']) !== undefined && text(value['_type']) !== undefined
}

/** The validation context carries the locale of the interface, though its type doesn't say so. */
function languageOf(validation: ValidationContext): Language {
  const locale =
    'i18n' in validation && isObject(validation.i18n) ? validation.i18n['currentLocale'] : undefined
  return isObject(locale) && text(locale['id'])?.startsWith('nl') ? 'nl' : 'en'
}

function validationError({code, path, message}: Finding, language: Language): ValidationError {
  return {code, message: message[language], path: [...path] as Path}
}
