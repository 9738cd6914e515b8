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

function written(path: FindingPath): string {
  return path
    .map((segment) => {
      if (typeof segment === 'number') return `[${segment}]`
      return typeof segment === 'string' ? `.${segment}` : `[${segment._key}]`
    })
    .join('')
    .slice(1)
}
