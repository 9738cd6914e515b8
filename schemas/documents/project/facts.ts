import {defineArrayMember, defineField} from 'sanity'

import {channels} from '../../values/channels.ts'

/** The figures and codes of a project. */
export const projectFacts = [
  defineField({
    name: 'channel',
    title: 'Paid through',
    description: 'A project of the trust fund belongs to a round; the others do not.',
    type: 'string',
    group: 'facts',
    options: {
      list: [...channels],
      layout: 'radio',
    },
    initialValue: 'trustFund',
    validation: (rule) => rule.required(),
  }),
  defineField({
    name: 'amount',
    title: 'Amount',
    description: 'What Flanders pays for the project. Leave empty when it was never published.',
    type: 'money',
    group: 'facts',
  }),
  defineField({
    name: 'grants',
    title: 'Grants',
    description:
      'Only when the amount was decided in parts or for several beneficiaries. They add up to the amount.',
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'grant'})],
  }),
  defineField({
    name: 'period',
    title: 'Duration',
    description: 'What was planned, and what happened when that differs.',
    type: 'projectPeriod',
    group: 'facts',
  }),
  defineField({
    name: 'statusOverride',
    title: 'Cancelled or suspended',
    description: 'Only then. Otherwise the status follows from the dates.',
    type: 'string',
    group: 'facts',
    options: {
      list: [
        {value: 'cancelled', title: 'Cancelled'},
        {value: 'suspended', title: 'Suspended'},
      ],
    },
  }),
  defineField({
    name: 'scope',
    title: 'Reach',
    description: 'A global project has no country.',
    type: 'string',
    group: 'facts',
    options: {
      list: [
        {value: 'global', title: 'Worldwide'},
        {value: 'regional', title: 'Several countries'},
        {value: 'national', title: 'One country'},
        {value: 'subnational', title: 'Part of a country'},
      ],
    },
  }),
  defineField({
    name: 'sectors',
    title: 'OECD DAC sectors',
    description:
      'The purpose codes under which the project is reported, for example 16070 for labour rights.',
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'string'})],
    options: {
      list: [
        {value: '11330', title: '11330 Vocational training'},
        {value: '13040', title: '13040 STD control including HIV/AIDS'},
        {value: '15170', title: '15170 Women’s rights organisations'},
        {value: '15180', title: '15180 Ending violence against women and girls'},
        {value: '16010', title: '16010 Social protection'},
        {value: '16020', title: '16020 Employment creation'},
        {value: '16070', title: '16070 Labour rights'},
        {value: '16080', title: '16080 Social dialogue'},
        {value: '25010', title: '25010 Business policy and administration'},
        {value: '32130', title: '32130 SME development'},
        {value: '33110', title: '33110 Trade policy and administration'},
      ],
    },
  }),
  defineField({
    name: 'externalIds',
    title: 'Codes',
    description: 'The codes of the ILO, IATI and others for this project. Each code belongs to one project.',
    type: 'array',
    group: 'facts',
    of: [defineArrayMember({type: 'externalId'})],
  }),
]
