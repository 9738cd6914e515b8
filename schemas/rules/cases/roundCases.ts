import {care, date, inRound, labourClauses, reference, round, round2014, vct, type Case} from './builders.ts'

export const roundCases: Case[] = [
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
    rule: 'round-contribution',
    name: 'the round page of 2018-2019, which does not tell the contribution',
    documents: [round('round', '2018', '2019', {contribution: undefined})],
    finds: ['contribution'],
  },
  {rule: 'round-contribution', name: '900,000 euros', documents: [round2014], finds: []},
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
]
