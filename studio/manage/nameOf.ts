import type {RuleDocument} from '../../schemas/rules/rule.ts'

/** What a document is called: its title or name; a redirect by the address that it leads from. */
export const nameOf = (document: RuleDocument): unknown =>
  document['title'] ?? document['name'] ?? document['from']
