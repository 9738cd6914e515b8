import {documentSchemas} from '../../schemas/generated/zod.ts'
import {isObject} from './merge/same.ts'
import type {Document, Json, Rejection, SourcePlace, Warning} from './model.ts'

/** What the content model says about a document that is about to be written. */
export interface Verdict {
  /** It may be a draft, but not be published. */
  warnings: Warning[]
  /** It does not fit the content model and is not written. */
  rejection?: Rejection
}

/**
 * Holds a document against the strict structure made from the schema. A draft may lack what is required to
 * publish; anything else that does not fit is refused before the first write.
 */
export function validate(document: Document, source: SourcePlace): Verdict {
  const schema = Object.entries(documentSchemas).find(([type]) => type === document._type)?.[1]
  if (!schema) {
    return {
      warnings: [],
      rejection: {
        ...source,
        code: 'type-unknown',
        reason: `The content model has no document type ${document._type}.`,
      },
    }
  }
  const result = schema.safeParse(document)
  if (result.success) return {warnings: []}
  const issues = result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
    missing: valueAt(document, issue.path) === undefined && issue.code !== 'unrecognized_keys',
  }))
  const wrong = issues.filter((issue) => !issue.missing)
  if (wrong.length > 0) {
    return {
      warnings: [],
      rejection: {
        ...source,
        code: 'structure',
        reason: `${document._type}: ${wrong.map(({path, message}) => `${path || 'document'}: ${message}`).join('; ')}`,
      },
    }
  }
  return {
    warnings: issues.map(({path}) => ({
      code: 'required-missing',
      message: `No ${path} was found in the source; the draft cannot be published without it.`,
      source,
    })),
  }
}

function valueAt(document: Document, path: readonly PropertyKey[]): Json | undefined {
  return path.reduce<Json | undefined>((value, part) => {
    if (Array.isArray(value)) return value[Number(part)]
    return isObject(value) ? value[String(part)] : undefined
  }, document)
}
