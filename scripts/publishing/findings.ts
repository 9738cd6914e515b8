import type {DocumentFinding} from '../../schemas/rules/index.ts'
import {table} from '../command/table.ts'

/** A path as people write it: `amount.amount`, `notes[_key=="a"].text`. */
export function pathText(path: DocumentFinding['path']): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`
      if (typeof segment === 'object') return `[_key=="${segment._key}"]`
      return index === 0 ? segment : `.${segment}`
    })
    .join('')
}

/** The findings as a table for a person, in English, errors first. */
export function findingsTable(findings: readonly DocumentFinding[]): string {
  const rows = findings
    .toSorted((a, b) => a.level.localeCompare(b.level) || a.documentId.localeCompare(b.documentId))
    .map(({documentId, level, code, path, message}) => [documentId, level, code, pathText(path), message.en])
  return table(['document', 'level', 'rule', 'field', 'what is wrong and what to do'], rows)
}

export const isError = ({level}: DocumentFinding): boolean => level === 'error'
