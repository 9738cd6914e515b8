/**
 * Every invariant with the real case of the cooperation that asks for it, and the neighbour that must
 * pass. The cases are in `cases/`.
 */
import {describe, expect, test} from 'vitest'

import {agreementCases} from './cases/agreementCases.ts'
import {identityCases} from './cases/identityCases.ts'
import {photoCases} from './cases/photoCases.ts'
import {projectCases} from './cases/projectCases.ts'
import {roundCases} from './cases/roundCases.ts'
import {valueCases} from './cases/valueCases.ts'
import {websiteCases} from './cases/websiteCases.ts'
import {wordsCases} from './cases/wordsCases.ts'
import {contextOf, rules, type FindingPath} from './index.ts'

const cases = [
  ...roundCases,
  ...projectCases,
  ...agreementCases,
  ...valueCases,
  ...wordsCases,
  ...identityCases,
  ...websiteCases,
  ...photoCases,
]

describe.each(rules)('$code', (rule) => {
  const own = cases.filter(({rule: code}) => code === rule.code)

  test('has a case that it refuses and one that it lets pass', () => {
    expect(own.some(({finds}) => finds.length > 0)).toBe(true)
    expect(own.some(({finds}) => finds.length === 0)).toBe(true)
  })

  test.each(own)('$name', async ({documents, finds, level = rule.level}) => {
    const findings = await rule.check(documents[0], contextOf(documents))
    expect(findings.map(({path}) => written(path))).toEqual(finds)
    for (const finding of findings) {
      expect(finding).toMatchObject({code: rule.code, level})
      expect(finding.message.nl).not.toBe(finding.message.en)
      expect(finding.message.nl).toMatch(/\.$/)
      expect(finding.message.en).toMatch(/\.$/)
    }
  })
})

/**
 * The invariants of the domain by number. 7 says what no rule may ask; 18, that a document in use is not
 * deleted, is kept by the Content Lake itself.
 */
test.each([
  [1, 'round-sum', 'error'],
  [2, 'round-overlap', 'error'],
  [3, 'round-length', 'warning'],
  [4, 'round-decision', 'error'],
  [5, 'project-channel', 'error'],
  [6, 'project-before-round', 'warning'],
  [8, 'date-order', 'error'],
  [8, 'project-duration', 'warning'],
  [9, 'grants-sum', 'error'],
  [10, 'annex-agreement', 'error'],
  [10, 'annex-number', 'error'],
  [11, 'agreement-chain', 'error'],
  [12, 'agreement-in-force', 'error'],
  [13, 'agreement-approval', 'warning'],
  [14, 'place-shares', 'error'],
  [14, 'global-places', 'error'],
  [15, 'money-value', 'error'],
  [16, 'language-title', 'error'],
  [16, 'figures-differ', 'warning'],
  [16, 'figure-in-text', 'warning'],
  [17, 'identifier-unique', 'error'],
  [19, 'news-before-decision', 'warning'],
  [20, 'provenance-address', 'error'],
])('invariant %i is the rule %s, an %s', (_invariant, code, level) => {
  expect(rules.find((rule) => rule.code === code)).toMatchObject({level})
})

function written(path: FindingPath): string {
  return path
    .map((segment) => {
      if (typeof segment === 'number') return `[${segment}]`
      return typeof segment === 'string' ? `.${segment}` : `[${segment._key}]`
    })
    .join('')
    .slice(1)
}
