import {agreement, date, euro, project, round, type Case} from './builders.ts'

export const valueCases: Case[] = [
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
]
