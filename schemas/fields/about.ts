import {defineArrayMember, defineField} from 'sanity'

/** What a news item or publication is about; it is then listed with each of them. */
export const aboutField = defineField({
  name: 'about',
  title: 'About',
  description:
    'The agreements, rounds, projects or organisations that this is about. It is then listed with each of them.',
  type: 'array',
  group: 'relations',
  of: [
    defineArrayMember({
      type: 'reference',
      to: [
        {type: 'agreement'},
        {type: 'annex'},
        {type: 'trustFund'},
        {type: 'trustFundRound'},
        {type: 'project'},
        {type: 'organisation'},
        {type: 'ilsConvention'},
      ],
    }),
  ],
})
