import type {Language} from '../languages.ts'

/** A document as stored or as being edited: any attribute may still be missing or wrong. */
export interface RuleDocument {
  readonly _id: string
  readonly _type: string
  readonly [attribute: string]: unknown
}

/**
 * What a rule may ask about other documents. Each document comes once, with the id of its published
 * version: as it is published, or as it would be once every draft were.
 */
export interface RuleContext {
  documentsOfType(type: string): Promise<readonly RuleDocument[]>
  /** @param id without `drafts.` */
  document(id: string): Promise<RuleDocument | undefined>
}

/** An error stops publishing; a warning asks for a second look. */
export type Level = 'error' | 'warning'

/** As Sanity writes paths: attribute names, indexes, and `{_key}` of array members. */
export type FindingPath = readonly (string | number | {readonly _key: string})[]

/** What is wrong and what to do, in both languages of the Studio. */
export type Message = Readonly<Record<Language, string>>

export interface Finding {
  code: string
  level: Level
  path: FindingPath
  message: Message
}

/** An invariant of the content, kept once: the Studio, the commands and the tests call the same one. */
export interface Rule {
  /** Stable: reports and tests refer to it. */
  code: string
  /** The level of its findings unless a finding says otherwise. */
  level: Level
  /** The document types that it looks at; absent for all of them. */
  types?: readonly string[]
  check: (document: RuleDocument, context: RuleContext) => readonly Finding[] | Promise<readonly Finding[]>
}

interface RuleDefinition extends Omit<Rule, 'check'> {
  check: (document: RuleDocument, context: RuleContext) => readonly FoundAt[] | Promise<readonly FoundAt[]>
}

interface FoundAt {
  path: FindingPath
  message: Message
  level?: Level
}

/** A rule whose findings carry its own code and level. */
export function defineRule({check, ...rule}: RuleDefinition): Rule {
  return {
    ...rule,
    check: async (document, context) => {
      const found = await check(document, context)
      return found.map(({path, message, level = rule.level}) => ({code: rule.code, level, path, message}))
    },
  }
}
