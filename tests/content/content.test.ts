/**
 * The project's own content is complete and right: every document passes the structure and the rules
 * that `npm run validate` uses, reads the same in both languages, and says where its facts come from.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {validateDocuments, type RuleDocument} from '../../schemas/rules/index.ts'
import {contentFolder, readContent} from '../../scripts/content/loadContent.ts'

const documents: RuleDocument[] = await readContent()

function amountOf(value: unknown): number {
  return typeof value === 'object' && value !== null && 'amount' in value ? Number(value.amount) : Number.NaN
}

function byId(id: string): RuleDocument {
  const document = documents.find(({_id}) => _id === id)
  if (!document) throw new Error(`content/ has no ${id}`)
  return document
}

describe('every document', () => {
  test('passes structure and rules without an error or a warning', async () => {
    const findings = await validateDocuments(documents)
    expect(findings.map(({documentId, code, message}) => `${documentId} ${code}: ${message.en}`)).toEqual([])
  })

  test('is published, once, in the file of its type', () => {
    const ids = documents.map(({_id}) => _id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id.includes('.'))).toEqual([])
    for (const file of readdirSync(contentFolder)) {
      const types = readFileSync(join(contentFolder, file), 'utf8').matchAll(/^.*?"_type":"(\w+)"/gm)
      expect(new Set(types.map(([, type]) => `${type}.ndjson`))).toEqual(new Set([file]))
    }
  })

  test('names its sources', () => {
    const factual = documents.filter(({_type}) => _type !== 'siteSettings')
    const without = factual.filter(({sources}) => !Array.isArray(sources) || sources.length === 0)
    expect(without.map(({_id}) => _id)).toEqual([])
  })

  test('has every text in both languages', () => {
    const lonely = documents.flatMap((document) => incomplete(document).map((path) => `${document._id} ${path}`))
    // Acronyms and a former name that exist in one language only.
    expect(lonely.filter((path) => !/ (acronym|formerNames\.\d+\.name)$/.test(path))).toEqual([])
  })
})

function isLocalised(item: unknown): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    '_type' in item &&
    String(item._type).startsWith('internationalizedArray')
  )
}

/** Where a value kept per language has fewer than two. */
function incomplete(value: unknown, path: string[] = []): string[] {
  if (Array.isArray(value)) {
    if (value.some(isLocalised)) return value.length < 2 ? [path.join('.')] : []
    return value.flatMap((item: unknown, index) => incomplete(item, [...path, String(index)]))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, attribute]) => incomplete(attribute, [...path, name]))
}

describe('the file', () => {
  test.each(readdirSync(contentFolder))('%s has sorted keys and ends with a line break', (file) => {
    const source = readFileSync(join(contentFolder, file), 'utf8')
    expect(source.endsWith('}\n')).toBe(true)
    for (const line of source.trimEnd().split('\n')) {
      expect(line).toBe(JSON.stringify(sorted(JSON.parse(line))))
    }
  })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, attribute]) => [name, sorted(attribute)]),
  )
}

describe('the facts', () => {
  test.each([
    ['project-labour-provisions', 450_000, 'round-2014-2015'],
    ['project-care-economy', 400_000, 'round-2014-2015'],
    ['project-vct-at-work', 187_364, 'round-2016-2017'],
    ['project-tea-malawi', 275_442, 'round-2018-2019'],
    ['project-natural-stone-india', 338_630, 'round-2018-2019'],
    ['project-inclusive-trade', 468_000, 'round-2020-2021'],
    ['project-evaluation-2020', 21_000, undefined],
    ['project-gpsl3', Number.NaN, undefined],
    ['project-sa-clothing', Number.NaN, undefined],
    ['project-mz-decent-work-2009', 1_142_650, undefined],
    ['project-za-free-state-2011', 4_500_000, undefined],
    ['project-za-sme-knowledge-2014', 600_000, undefined],
    ['project-za-social-economy-2016', 1_324_367, undefined],
  ])('%s: %d from %s', (id, amount, round) => {
    const project = byId(id)
    expect(amountOf(project['amount'])).toBe(amount)
    expect(project['round']).toEqual(round && {_type: 'reference', _ref: round})
  })

  test('there are no other projects', () => {
    expect(documents.filter(({_type}) => _type === 'project')).toHaveLength(13)
  })

  test.each([
    ['round-2014-2015', 900_000],
    ['round-2016-2017', 900_000],
    ['round-2018-2019', 900_000],
    ['round-2020-2021', 900_000],
    ['round-2022', 489_130],
  ])('%s: a contribution of %d', (id, amount) => {
    expect(amountOf(byId(id)['contribution'])).toBe(amount)
  })

  test('the agreements form the chain 1991, 1997, 2011, 2016', () => {
    const chain = []
    for (let id: string | undefined = 'agreement-2016'; id; id = referenceIn(byId(id)['replaces'])) chain.push(id)
    expect(chain).toEqual(['agreement-2016', 'agreement-2011', 'agreement-1997', 'agreement-1991-itc'])
  })

  test('the code lists are complete: 17 goals, all targets of goal 8, the fundamental conventions', () => {
    const numbers = documents
      .filter(({_type}) => _type === 'sustainableDevelopmentGoal')
      .map(({number}) => Number(number))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({length: 17}, (_, index) => index + 1))
    expect(codesIn(byId('goal-08')['targets'])).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'a', 'b'].map((target) => `8.${target}`),
    )
    const fundamental = documents.filter((document) => document['fundamental'] === true)
    expect(fundamental.map(({number}) => Number(number)).toSorted((a, b) => a - b)).toEqual([
      29, 87, 98, 100, 105, 111, 138, 155, 182, 187,
    ])
  })

  test('what was never published stays empty', () => {
    expect(byId('agreement-2016')).not.toHaveProperty('endDate')
    expect(byId('round-2022')).not.toHaveProperty('period')
    expect(byId('project-gpsl3')).not.toHaveProperty('amount')
  })
})

function codesIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value.map((item: {code?: unknown}) => item.code) : []
}

function referenceIn(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && '_ref' in value ? String(value._ref) : undefined
}
