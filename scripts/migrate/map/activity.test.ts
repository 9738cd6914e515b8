import {describe, expect, test} from 'vitest'

import {planFrom} from '../../../tests/migration/planFrom.ts'
import {extractIati, isIati} from '../extract/iati.ts'
import {mapActivities} from './activity.ts'

const file = (activity: string, attributes = 'version="2.03"') =>
  `<?xml version="1.0"?><iati-activities ${attributes}><iati-activity xml:lang="en" default-currency="EUR">${activity}</iati-activity></iati-activities>`
const map = (activity: string) => mapActivities(extractIati(file(activity), {file: 'activities.xml'}, 'hash'))
const tea =
  '<iati-identifier> XM-1 </iati-identifier><title><narrative>Tea</narrative><narrative xml:lang="nl">Thee</narrative></title>'
const project = (activity: string) => map(tea + activity).candidates[0]

describe('an activity', () => {
  test('becomes a project keyed by its identifier, in both languages', () => {
    expect(
      project(`<description type="1"><narrative>One.</narrative></description>
        <participating-org role="4" ref="XM-DAC-41302"><narrative>International Labour Organization</narrative></participating-org>
        <activity-status code="6"/>
        <activity-date type="1" iso-date="2018-09-01"/><activity-date type="4" iso-date="2020-11-30"/>
        <recipient-country code="MW" percentage="100"/><sector vocabulary="1" code="16070"/><tag vocabulary="3" code="8.5"/>
        <transaction><transaction-type code="2"/><value currency="EUR">275442.50</value></transaction>`),
    ).toMatchObject({
      keys: ['iati:XM-1'],
      fields: {
        title: [
          {language: 'nl', value: 'Thee'},
          {language: 'en', value: 'Tea'},
        ],
        amount: {amount: 275_442.5, currency: 'EUR'},
        period: {plannedStart: {value: '2018-09-01'}, actualEnd: {value: '2020-11-30'}},
        statusOverride: 'suspended',
        places: [{place: {_ref: 'place|iso:MW'}, percentage: 100}],
        participations: [
          {organisation: {_ref: 'organisation|name:international labour organization'}, role: 'implementing'},
        ],
        sectors: ['16070'],
        sustainableDevelopmentTargets: ['8.5'],
      },
    })
  })

  test.each([
    [
      'budgets count when nothing was committed',
      '<budget><value>100</value></budget><budget><value>50.10</value></budget>',
      150.1,
    ],
    [
      'commitments go before budgets',
      '<budget><value>100</value></budget><transaction><transaction-type code="2"/><value>90</value></transaction>',
      90,
    ],
    [
      'payments are not the amount',
      '<transaction><transaction-type code="3"/><value>90</value></transaction>',
      undefined,
    ],
    [
      'two currencies are not added up',
      '<budget><value>1</value></budget><budget><value currency="USD">1</value></budget>',
      undefined,
    ],
  ])('%s', (_name, xml, amount) => {
    const fields = project(xml)?.fields
    expect(fields?.['amount']).toEqual(
      amount === undefined ? undefined : {_type: 'money', amount, currency: 'EUR'},
    )
  })

  test('without identifier or title it is refused', () => {
    expect(map('<title><narrative>T</narrative></title>').rejected.map(({code}) => code)).toEqual([
      'identifier-missing',
    ])
    expect(map('<iati-identifier>X</iati-identifier>').rejected.map(({code}) => code)).toEqual([
      'title-missing',
    ])
  })
})

/** What is told of an activity beside its channel, with the place. */
const told = (activity: string) =>
  project(activity)?.warnings.flatMap(({code, message, source: {locator}}) =>
    code === 'channel-unknown' ? [] : [`${code} at ${locator}: ${message}`],
  )
/** What no document took of a file with one activity. */
const left = async (activity: string) => {
  const {accounts} = await planFrom({'a.xml': file(tea + activity)})
  return accounts[0]?.left.map(({kind, excerpt}) => `${kind} ${excerpt}`)
}

describe('an amount', () => {
  test.each([
    ['abc', '"abc" is not an amount'],
    ['1,000.50', '"1,000.50" is not an amount'],
    ['1e3', '"1e3" is not an amount'],
    ['', '"" is not an amount'],
    ['9'.repeat(400), 'is not an amount'],
    ['-100', '-100 is below zero'],
  ])('of a budget of %j is told, and nothing is added up', async (value, message) => {
    const budgets = `<budget><value>50</value></budget>\n<budget><value>${value}</value></budget>`
    expect(project(budgets)?.fields).not.toHaveProperty('amount')
    expect(told(budgets)).toEqual([
      expect.stringMatching(/^amount-unreadable at line 2, budget: .*by hand\.$/),
    ])
    expect(told(budgets)?.[0]).toContain(message)
    expect(await left(budgets)).toHaveLength(2)
    const {operations, rejected} = await planFrom({'a.xml': file(tea + budgets)})
    expect({operations, rejected}).toMatchObject({operations: [{op: 'create'}], rejected: []})
  })

  test('a commitment may be lowered, but not below zero', () => {
    const commitments = (...values: string[]) =>
      values
        .map((value) => `<transaction><transaction-type code="2"/><value>${value}</value></transaction>`)
        .join('\n')
    expect(project(commitments('100', '-20'))?.fields['amount']).toMatchObject({amount: 80})
    expect(project(commitments('100', '-120'))?.fields).not.toHaveProperty('amount')
    expect(told(commitments('100', '-120'))).toEqual([
      'amount-unreadable at line 1: The commitments add up to -20, which is below zero: no grant is. Correct them in the file, or add the amount by hand.',
    ])
  })

  test("in several currencies is nobody's, and stays in the account", async () => {
    const budgets = '<budget><value>1</value></budget><budget><value currency="USD">2</value></budget>'
    expect(told(budgets)).toEqual([expect.stringContaining('currency-unclear at line 1')])
    expect(await left(budgets)).toEqual(['budget EUR 1', 'budget USD 2'])
  })

  describe('of budgets, of which some are revised', () => {
    const budget = (type: string, year: string, value: string) =>
      `<budget${type && ` type="${type}"`}><period-start iso-date="${year}-01-01"/><period-end iso-date="${year}-12-31"/><value>${value}</value></budget>`
    const budgets = [
      budget('1', '2018', '100'),
      budget('', '2019', '50'),
      budget('1', '2020', '25'),
      budget('2', '2019', '60.50'),
      budget('2', '2018', '110'),
    ].join('\n')

    test('counts the revised one of a period, and the original where there is none', () => {
      expect(project(budgets)?.fields['amount']).toMatchObject({amount: 195.5})
      expect(told(budgets)).toEqual([])
    })

    test('has its origin in those, and the others stay in the account', async () => {
      expect(project(budgets)?.origins?.['amount']).toEqual(
        [3, 4, 5].map((line) => ({file: 'activities.xml', locator: `line ${line}, budget`})),
      )
      expect(await left(budgets)).toEqual(['budget EUR 100', 'budget EUR 50'])
    })

    test('is what commitments are compared with', () => {
      const commitment = (value: string) =>
        `<transaction><transaction-type code="2"/><value>${value}</value></transaction>`
      expect(told(budgets + commitment('195.50'))).toEqual([])
      expect(told(budgets + commitment('345.50'))).toEqual([
        expect.stringContaining('Commitments add up to 345.5, budgets to 195.5;'),
      ])
    })

    test('does not add up one that was replaced, even when it cannot be read', () => {
      const replaced = budget('1', '2018', 'abc') + budget('2', '2018', '110')
      expect(project(replaced)?.fields['amount']).toMatchObject({amount: 110})
      expect(told(replaced)).toEqual([])
    })
  })

  test('is from what it adds up, and no other transaction', () => {
    const transactions = `<transaction><transaction-type code="3"/><value>9</value></transaction>
      <transaction><transaction-type code="2"/><value>90</value></transaction>`
    expect(project(transactions)?.origins?.['amount']).toEqual([
      {file: 'activities.xml', locator: 'line 2, transaction'},
    ])
  })
})

describe('a date', () => {
  test.each(['2019-13-45', '2019-02-30', 'soon', ''])('of %j is told and not taken', async (day) => {
    const dates = `<activity-date type="1" iso-date="2018-09-01"/>\n<activity-date type="3" iso-date="${day}"/>`
    expect(project(dates)?.fields['period']).toEqual({
      _type: 'projectPeriod',
      plannedStart: expect.objectContaining({value: '2018-09-01'}),
    })
    expect(told(dates)).toEqual([
      `date-unreadable at line 2, activity-date: "${day}" is not a date, written as 2018-09-30: correct it in the file, or add the date by hand.`,
    ])
    expect(await left(dates)).toEqual([`activity-date 3 ${day}`])
  })

  test('of a type that the standard does not have stays in the account', async () => {
    expect(await left('<activity-date type="9" iso-date="2018-09-01"/>')).toEqual([
      'activity-date 9 2018-09-01',
    ])
  })
})

describe('words in another language than Dutch and English', () => {
  test.each([
    ['title', '<title><narrative xml:lang="fr">Thé</narrative></title>'],
    [
      'description',
      '<description><narrative>One.</narrative><narrative xml:lang="fr">Un.</narrative></description>',
    ],
    ['description', '<description type="2"><narrative xml:lang="fr">Un.</narrative></description>'],
  ])('of a %s are told', (name, xml) => {
    expect(told(xml)).toEqual([
      `language-unknown at line 1, ${name}: Words in "fr" are neither Dutch nor English and are not taken: add a translation by hand.`,
    ])
  })

  test('stay in the account where nothing else was said', async () => {
    expect(
      await left('<description type="2"><narrative xml:lang="fr">Un.</narrative></description>'),
    ).toEqual(['description Un.'])
  })

  test('are no title', () => {
    const {candidates, rejected} = map(
      '<iati-identifier>X</iati-identifier><title><narrative xml:lang="fr">Thé</narrative></title>',
    )
    expect(candidates).toEqual([])
    expect(rejected).toMatchObject([
      {
        code: 'title-missing',
        reason: 'The activity has no title in Dutch or English: add one in the file.',
      },
    ])
  })

  test('are not those of a region, or in capitals', () => {
    const xml =
      '<description type="2"><narrative xml:lang="nl-BE">Een.</narrative><narrative xml:lang="EN">One.</narrative></description>'
    expect(told(xml)).toEqual([])
    expect(project(xml)?.fields['objective']).toMatchObject([
      {language: 'nl', value: 'Een.'},
      {language: 'en', value: 'One.'},
    ])
  })
})

describe('a country', () => {
  test.each(['ZZ', 'XX', 'MWI', '454', ''])('of code %j is told, and the activity kept', async (code) => {
    const country = `<recipient-country code="${code}"/>`
    expect(told(country)).toEqual([
      `place-unknown at line 1, recipient-country: "${code}" is no country code of ISO 3166-1: correct it in the file, or add the place by hand.`,
    ])
    expect(await left(country)).toEqual([`recipient-country ${code}`])
    const {operations, rejected} = await planFrom({'a.xml': file(tea + country)})
    expect(rejected).toEqual([])
    expect(operations).toMatchObject([{type: 'project', op: 'create'}])
    expect(operations[0]?.warnings.map(({code: one}) => one)).toContain('place-unknown')
  })

  test('in small letters is the same country', async () => {
    const one = (identifier: string, code: string) =>
      file(
        `<iati-identifier>${identifier}</iati-identifier><title><narrative>${identifier}</narrative></title><recipient-country code="${code}"/>`,
      )
    const {operations} = await planFrom({'a.xml': one('A', 'mw'), 'b.xml': one('B', 'MW')})
    expect(operations.filter(({type}) => type === 'place')).toMatchObject([{document: {isoCode: 'MW'}}])
  })
})

describe('the file', () => {
  test.each([
    [
      'a document type declaration',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>${file(tea)}`,
      'document type',
    ],
    ['XML that is not well formed', '<iati-activities version="2.03"><iati-activity>', 'not well formed'],
    ['version 1', file(tea, 'version="1.05"'), 'IATI 1.05 is not read'],
  ])('%s is refused', (_name, text, reason) => {
    expect(() => extractIati(text, {file: 'f'}, 'h')).toThrow(reason)
  })

  test('is known by its root', () => {
    expect(isIati(file(''))).toBe(true)
    expect(isIati('<html></html>')).toBe(false)
  })
})
