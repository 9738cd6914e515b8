import {care, date, euro, inRound, place, project, reference, round, type Case} from './builders.ts'

export const projectCases: Case[] = [
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
]
