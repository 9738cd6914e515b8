import {describe, expect, test} from 'vitest'

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
