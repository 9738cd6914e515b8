import {agreement, annex, date, reference, type Case} from './builders.ts'

export const agreementCases: Case[] = [
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
]
