/**
 * Every invariant with the real case of the cooperation that asks for it, and the neighbour that must
 * pass. The documents hold only what the rule reads.
 */
import {describe, expect, test} from 'vitest'

import {contextOf, rules, type RuleDocument} from './index.ts'

type Attributes = Record<string, unknown>

const reference = (id: string) => ({_type: 'reference', _ref: id})
const euro = (amount: number) => ({_type: 'money', amount, currency: 'EUR'})
const PRECISION: Record<number, string> = {4: 'year', 7: 'month', 10: 'day'}
const date = (value: string) => ({_type: 'partialDate', value, precision: PRECISION[value.length]})
const words = (nl?: string, en?: string) =>
  Object.entries({nl, en})
    .filter(([, value]) => value !== undefined)
    .map(([language, value]) => ({_key: language, _type: 'internationalizedArrayTextValue', language, value}))

const document =
  (type: string) =>
  (id: string, attributes: Attributes): RuleDocument => ({
    ...attributes,
    _id: id,
    _type: type,
  })
const project = document('project')
const agreement = document('agreement')
const annex = document('annex')
const place = document('place')
const theme = document('theme')
const round = (id: string, start: string, end: string, attributes: Attributes = {}) =>
  document('trustFundRound')(id, {
    fund: reference('trustFund'),
    contribution: euro(900_000),
    period: {_type: 'period', start: date(start), end: date(end)},
    ...attributes,
  })

interface Case {
  rule: string
  name: string
  /** The document under check first; the rest is what else the dataset holds. */
  documents: [RuleDocument, ...RuleDocument[]]
  finds: string[]
  /** The level, when it isn't the rule's own. */
  level?: 'error' | 'warning'
}

const inRound = (id: string, amount: number, attributes: Attributes = {}) =>
  project(id, {channel: 'trustFund', round: reference('round'), amount: euro(amount), ...attributes})

const labourClauses = inRound('project-labour-provisions', 450_000)
const care = inRound('project-care-economy', 400_000)
const vct = inRound('project-vct-at-work', 187_364)
const round2014 = round('round', '2014', '2015')

const cases: Case[] = [
  {
    rule: 'round-sum',
    name: 'the page "2014-2016" taken as one round: 1,037,364 > 900,000',
    documents: [round('round', '2014', '2016'), labourClauses, care, vct],
    finds: ['contribution'],
  },
  {
    rule: 'round-sum',
    name: 'the same, seen from the project that is added',
    documents: [vct, round2014, labourClauses, care],
    finds: ['amount'],
  },
  {
    rule: 'round-sum',
    name: 'only a warning when money of an earlier round is used',
    documents: [round('round', '2014', '2016', {carryOver: true}), labourClauses, care, vct],
    finds: ['contribution'],
    level: 'warning',
  },
  {
    rule: 'round-sum',
    name: '2014-2015 as its own round',
    documents: [round2014, labourClauses, care],
    finds: [],
  },
  {
    rule: 'round-sum',
    name: '2018-2019: 614,072 of 900,000',
    documents: [round('round', '2018', '2019'), inRound('tea', 275_442), inRound('stone', 338_630)],
    finds: [],
  },
  {
    rule: 'round-sum',
    name: 'the last cent fits, exactly',
    documents: [round('round', '2018', '2019'), inRound('a', 899_999.9), inRound('b', 0.1)],
    finds: [],
  },
  {
    rule: 'round-sum',
    name: 'one cent too much',
    documents: [round('round', '2018', '2019'), inRound('a', 899_999.9), inRound('b', 0.11)],
    finds: ['contribution'],
  },
  {
    rule: 'round-sum',
    name: 'the draft of a project counts instead of its published version',
    documents: [
      round2014,
      inRound('project-care-economy', 460_000),
      {...care, _id: 'drafts.project-care-economy'},
      labourClauses,
    ],
    finds: [],
  },
  {
    rule: 'round-currency',
    name: 'the dollars of 2022 under euros',
    documents: [
      inRound('project', 1, {amount: {_type: 'money', amount: 489_130, currency: 'USD'}}),
      round('round', '2022', '2023'),
    ],
    finds: ['amount.currency'],
  },
  {rule: 'round-currency', name: 'one currency', documents: [care, round2014], finds: []},
  {
    rule: 'round-overlap',
    name: '2016-2017 against a label 2014-2016',
    documents: [round('a', '2016', '2017'), round('b', '2014', '2016')],
    finds: ['period'],
  },
  {
    rule: 'round-overlap',
    name: '2014-2015 and 2016-2017',
    documents: [round('a', '2016', '2017'), round('b', '2014', '2015')],
    finds: [],
  },
  {
    rule: 'round-overlap',
    name: 'of another fund',
    documents: [round('a', '2014', '2015'), round('b', '2014', '2015', {fund: reference('unesco')})],
    finds: [],
  },
  {
    rule: 'round-length',
    name: 'the first phase, 2001-2005',
    documents: [round('a', '2001', '2005')],
    finds: ['period'],
  },
  {rule: 'round-length', name: '2018-2019', documents: [round('a', '2018', '2019')], finds: []},
  {
    rule: 'round-decision',
    name: 'decided 23-02-2018 for 2018-2019, after the start',
    documents: [round('a', '2018', '2019', {decidedOn: date('2018-02-23')})],
    finds: [],
  },
  {
    rule: 'round-decision',
    name: 'decided when the period was over',
    documents: [round('a', '2018', '2019', {decidedOn: date('2020-02-07')})],
    finds: ['decidedOn'],
  },
  {
    rule: 'project-channel',
    name: 'Free State 2011: bilateral, no round',
    documents: [project('free-state', {channel: 'bilateral'})],
    finds: [],
  },
  {
    rule: 'project-channel',
    name: 'bilateral with a round',
    documents: [project('mozambique', {channel: 'bilateral', round: reference('round')})],
    finds: ['round'],
  },
  {
    rule: 'project-channel',
    name: 'of the fund without a round',
    documents: [project('tea', {channel: 'trustFund'})],
    finds: ['round'],
  },
  {rule: 'project-channel', name: 'of the fund with its round', documents: [care], finds: []},
  {
    rule: 'project-before-round',
    name: 'VCT@Work ends after its round',
    documents: [
      inRound('vct', 187_364, {period: {plannedStart: date('2017-02'), plannedEnd: date('2019-02')}}),
      round('round', '2016', '2017'),
    ],
    finds: [],
  },
  {
    rule: 'project-before-round',
    name: 'a start before the round',
    documents: [inRound('vct', 1, {period: {plannedStart: date('2015-12')}}), round('round', '2016', '2017')],
    finds: ['period'],
  },
  {
    rule: 'date-value',
    name: '31 February',
    documents: [agreement('a', {signedOn: date('2016-02-31')})],
    finds: ['signedOn.value'],
  },
  {
    rule: 'date-value',
    name: 'a month that claims to be a day',
    documents: [agreement('a', {signedOn: {...date('2011-03'), precision: 'day'}})],
    finds: ['signedOn.precision'],
  },
  {
    rule: 'date-value',
    name: 'March 2011, known to the month',
    documents: [agreement('a', {signedOn: date('2011-03')})],
    finds: [],
  },
  {
    rule: 'date-order',
    name: 'a start in 2018-03 and an end in 2018 may coincide',
    documents: [round('a', '2018-03', '2018')],
    finds: [],
  },
  {
    rule: 'date-order',
    name: 'a period that runs backwards',
    documents: [round('a', '2019', '2018')],
    finds: ['period.end'],
  },
  {
    rule: 'date-order',
    name: 'planned and actual dates are two pairs',
    documents: [
      project('care', {
        period: {plannedStart: date('2016-01'), plannedEnd: date('2017-12'), actualEnd: date('2018-06')},
      }),
    ],
    finds: [],
  },
  {
    rule: 'date-order',
    name: 'an agreement that ends before it is signed',
    documents: [agreement('a', {signedOn: date('2016-03-07'), endDate: date('2015')})],
    finds: ['endDate'],
  },
  {
    rule: 'project-duration',
    name: '24 months from February 2017 to February 2019',
    documents: [
      project('vct', {
        period: {plannedStart: date('2017-02'), plannedEnd: date('2019-02'), durationMonths: 24},
      }),
    ],
    finds: [],
  },
  {
    rule: 'project-duration',
    name: '36 months from 1.01.2015 to 31.12.2017',
    documents: [
      project('sme', {
        period: {plannedStart: date('2015-01-01'), plannedEnd: date('2017-12-31'), durationMonths: 36},
      }),
    ],
    finds: [],
  },
  {
    rule: 'project-duration',
    name: '24 months from 2020 to 2022, known to the year',
    documents: [
      project('trade', {period: {plannedStart: date('2020'), plannedEnd: date('2022'), durationMonths: 24}}),
    ],
    finds: [],
  },
  {
    rule: 'project-duration',
    name: '12 months for two years',
    documents: [
      project('vct', {
        period: {plannedStart: date('2017-02'), plannedEnd: date('2019-02'), durationMonths: 12},
      }),
    ],
    finds: ['period.durationMonths'],
  },
  {
    rule: 'grants-sum',
    name: 'social economy: 411,665 + 912,702 = 1,324,367',
    documents: [
      project('social-economy', {
        amount: euro(1_324_367),
        grants: [{amount: euro(411_665)}, {amount: euro(912_702)}],
      }),
    ],
    finds: [],
  },
  {
    rule: 'grants-sum',
    name: 'a grant that does not fit',
    documents: [
      project('social-economy', {
        amount: euro(1_324_367),
        grants: [{amount: euro(411_665)}, {amount: euro(912_720)}],
      }),
    ],
    finds: ['grants'],
  },
  {
    rule: 'grants-sum',
    name: 'one part known of Mozambique 2009',
    documents: [project('mozambique', {amount: euro(1_142_650), grants: [{amount: euro(151_325)}, {}]})],
    finds: [],
  },
  {
    rule: 'annex-agreement',
    name: 'Annex I of 2016',
    documents: [annex('annex-i', {agreement: reference('a')}), agreement('a', {})],
    finds: [],
  },
  {rule: 'annex-agreement', name: 'of nothing', documents: [annex('annex-i', {})], finds: ['agreement']},
  {
    rule: 'annex-number',
    name: 'a second Annex I',
    documents: [
      annex('one', {agreement: reference('a'), number: 'I'}),
      annex('two', {agreement: reference('a'), number: ' i '}),
    ],
    finds: ['number'],
  },
  {
    rule: 'annex-number',
    name: 'Annex I of another agreement',
    documents: [
      annex('one', {agreement: reference('a'), number: 'I'}),
      annex('two', {agreement: reference('b'), number: 'I'}),
    ],
    finds: [],
  },
  {
    rule: 'agreement-chain',
    name: '1991 → 1997 → 2011 → 2016',
    documents: [
      agreement('2016', {replaces: reference('2011'), signedOn: date('2016-03-07')}),
      agreement('2011', {replaces: reference('1997'), signedOn: date('2011-03')}),
      agreement('1997', {replaces: reference('1991'), signedOn: date('1997')}),
      agreement('1991', {signedOn: date('1991')}),
    ],
    finds: [],
  },
  {
    rule: 'agreement-chain',
    name: 'a circle',
    documents: [
      agreement('2011', {replaces: reference('2016')}),
      agreement('2016', {replaces: reference('2011')}),
    ],
    finds: ['replaces'],
  },
  {
    rule: 'agreement-chain',
    name: 'itself',
    documents: [agreement('drafts.2011', {replaces: reference('2011')})],
    finds: ['replaces'],
  },
  {
    rule: 'agreement-chain',
    name: 'a circle among its predecessors ends the search',
    documents: [
      agreement('2016', {replaces: reference('2011')}),
      agreement('2011', {replaces: reference('1997')}),
      agreement('1997', {replaces: reference('2011')}),
    ],
    finds: ['replaces'],
  },
  {
    rule: 'agreement-chain',
    name: 'replaced by two',
    documents: [
      agreement('2016', {replaces: reference('2011')}),
      agreement('2018', {replaces: reference('2011')}),
      agreement('2011', {}),
    ],
    finds: ['replaces'],
  },
  {
    rule: 'agreement-chain',
    name: 'earlier than what it replaces',
    documents: [
      agreement('2016', {replaces: reference('2011'), signedOn: date('2010')}),
      agreement('2011', {signedOn: date('2011-03')}),
    ],
    finds: ['signedOn'],
  },
  {
    rule: 'agreement-in-force',
    name: '2011, replaced in 2016, which has no end',
    documents: [
      agreement('2016', {
        counterparty: reference('ilo'),
        signedOn: date('2016-03-07'),
        replaces: reference('2011'),
      }),
      agreement('2011', {counterparty: reference('ilo'), signedOn: date('2011-03')}),
    ],
    finds: [],
  },
  {
    rule: 'agreement-in-force',
    name: '2016 without a word on 2011',
    documents: [
      agreement('2016', {counterparty: reference('ilo'), signedOn: date('2016-03-07')}),
      agreement('2011', {counterparty: reference('ilo'), signedOn: date('2011-03')}),
    ],
    finds: ['endDate'],
  },
  {
    rule: 'agreement-in-force',
    name: 'one that begins after the "2016-2021" of the other',
    documents: [
      agreement('2022', {counterparty: reference('ilo'), signedOn: date('2022')}),
      agreement('2016', {
        counterparty: reference('ilo'),
        signedOn: date('2016-03-07'),
        endDate: date('2021'),
      }),
    ],
    finds: [],
  },
  {
    rule: 'agreement-in-force',
    name: 'with another party',
    documents: [
      agreement('1997', {counterparty: reference('ilo'), signedOn: date('1997')}),
      agreement('1991', {counterparty: reference('itcilo'), signedOn: date('1991')}),
    ],
    finds: [],
  },
  {
    rule: 'agreement-approval',
    name: 'approved 11-12-2015, signed 07-03-2016',
    documents: [agreement('2016', {approvedOn: date('2015-12-11'), signedOn: date('2016-03-07')})],
    finds: [],
  },
  {
    rule: 'agreement-approval',
    name: 'the other way round',
    documents: [agreement('2016', {approvedOn: date('2016-03-07'), signedOn: date('2015-12-11')})],
    finds: ['signedOn'],
  },
  {
    rule: 'place-shares',
    name: '60 and 30',
    documents: [project('p', {places: [{percentage: 60}, {percentage: 30}]})],
    finds: ['places'],
  },
  {
    rule: 'place-shares',
    name: 'thirds, rounded',
    documents: [project('p', {places: [{percentage: 33.33}, {percentage: 33.33}, {percentage: 33.34}]})],
    finds: [],
  },
  {rule: 'place-shares', name: 'none given', documents: [project('p', {places: [{}, {}]})], finds: []},
  {
    rule: 'global-places',
    name: 'labour clauses with a country',
    documents: [
      project('p', {scope: 'global', places: [{_key: 'mw', place: reference('place-mw')}]}),
      place('place-mw', {kind: 'country'}),
    ],
    finds: ['places[mw]'],
  },
  {
    rule: 'global-places',
    name: 'the care economy, in developing countries as a region',
    documents: [
      project('p', {scope: 'global', places: [{_key: '998', place: reference('place-998')}]}),
      place('place-998', {kind: 'region'}),
    ],
    finds: [],
  },
  {
    rule: 'money-value',
    name: 'nothing, three decimals, no currency',
    documents: [
      project('p', {
        amount: euro(0),
        grants: [
          {_key: 'a', amount: euro(10.005)},
          {_key: 'b', amount: {_type: 'money', amount: 5}},
        ],
      }),
    ],
    finds: ['amount.amount', 'grants[a].amount.amount', 'grants[b].amount.currency'],
  },
  {
    rule: 'money-value',
    name: 'cents that floating point cannot hold',
    documents: [project('p', {amount: euro(450_000.01), grants: [{amount: euro(0.07)}]})],
    finds: [],
  },
  {
    rule: 'language-title',
    name: 'an English summary under a Dutch title',
    documents: [theme('t', {title: words('Waardig werk'), description: words(undefined, 'Work that …')})],
    finds: ['title'],
  },
  {
    rule: 'language-title',
    name: 'words deep inside count, notes for colleagues do not',
    documents: [
      project('p', {
        title: words('Thee'),
        notes: [{_type: 'editorialNote', text: words('x', 'x')}],
        results: [{_type: 'result', text: words(undefined, 'A handbook')}],
      }),
    ],
    finds: ['title'],
  },
  {
    rule: 'language-title',
    name: 'only Dutch',
    documents: [theme('t', {title: words('Waardig werk'), description: words('Werk dat …')})],
    finds: [],
  },
  {
    rule: 'language-missing',
    name: 'only Dutch',
    documents: [theme('t', {title: words('Waardig werk')})],
    finds: ['title'],
  },
  {
    rule: 'language-missing',
    name: 'both',
    documents: [theme('t', {title: words('Waardig werk', 'Decent work')})],
    finds: [],
  },
  {
    rule: 'figures-differ',
    name: '338.630 euro in Dutch, 340,000 euros in English',
    documents: [project('stone', {objective: words('Kost 338.630 euro.', 'Costs 340,000 euros.')})],
    finds: ['objective'],
  },
  {
    rule: 'figures-differ',
    name: 'one figure, written as each language does',
    documents: [project('stone', {objective: words('Kost 338.630,50 euro.', 'Costs 338,630.50 euros.')})],
    finds: [],
  },
  {
    rule: 'figure-in-text',
    name: '340,000 in the text, 338,630 in the field',
    documents: [
      project('stone', {amount: euro(338_630), objective: words('Kost 340.000 euro.', 'Costs EUR 338 630.')}),
    ],
    finds: ['objective'],
  },
  {
    rule: 'figure-in-text',
    name: 'years, jobs and percentages are not amounts',
    documents: [
      project('care', {
        amount: euro(400_000),
        objective: words(
          'In 2030 zijn er 475.000.000 jobs, 45% meer.',
          'By 2030 there are 475,000,000 jobs.',
        ),
      }),
    ],
    finds: [],
  },
  {
    rule: 'identifier-unique',
    name: 'a slug, a code and an old address twice',
    documents: [
      project('a', {
        slug: {current: 'tea'},
        externalIds: [{_key: 'i', scheme: 'iati', value: 'X-1'}],
        provenance: {legacyUrls: ['https://www.fdfa.be/nl/thee']},
      }),
      project('b', {
        slug: {current: 'tea'},
        externalIds: [{_key: 'j', scheme: 'iati', value: 'X-1'}],
        provenance: {legacyUrls: ['https://www.fdfa.be/nl/thee']},
      }),
    ],
    finds: ['slug', 'externalIds[i].value', 'provenance.legacyUrls[0]'],
  },
  {
    rule: 'identifier-unique',
    name: 'the same slug in another type, the same code in another scheme, and its own draft',
    documents: [
      project('drafts.a', {slug: {current: 'tea'}, externalIds: [{scheme: 'iati', value: 'X-1'}]}),
      project('a', {slug: {current: 'tea'}, externalIds: [{scheme: 'iati', value: 'X-1'}]}),
      project('b', {externalIds: [{scheme: 'ilo', value: 'X-1'}]}),
      theme('t', {slug: {current: 'tea'}}),
    ],
    finds: [],
  },
  {
    rule: 'reference-exists',
    name: 'a place that is gone',
    documents: [project('p', {places: [{_key: 'a', place: reference('place-mw')}]})],
    finds: ['places[a].place'],
  },
  {
    rule: 'reference-exists',
    name: 'a weak reference, an asset, and what exists',
    documents: [
      project('p', {
        round: {...reference('gone'), _weak: true},
        image: {asset: reference('image-abc-10x10-png')},
        themes: [reference('t')],
      }),
      theme('t', {}),
    ],
    finds: [],
  },
  {
    rule: 'provenance-address',
    name: 'taken over from nowhere',
    documents: [project('p', {provenance: {runId: 'r1'}})],
    finds: ['provenance'],
  },
  {
    rule: 'provenance-address',
    name: 'from a page, from a file, and written here',
    documents: [project('p', {provenance: {legacyUrls: ['https://www.fdfa.be/nl/thee']}})],
    finds: [],
  },
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

function written(path: readonly unknown[]): string {
  return path
    .map((segment) => {
      if (typeof segment === 'number') return `[${segment}]`
      return typeof segment === 'object' && segment !== null && '_key' in segment
        ? `[${segment._key}]`
        : `.${segment}`
    })
    .join('')
    .slice(1)
}
