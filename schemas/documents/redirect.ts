import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {defineField, defineType} from 'sanity'

/** Sends visitors of an old address on. Documents that were taken over do this by themselves. */
export const redirect = defineType({
  name: 'redirect',
  title: 'Redirect',
  type: 'document',
  icon: ArrowRightIcon,
  fields: [
    defineField({
      name: 'from',
      title: 'From',
      description: 'The old address without the name of the site, for example /nl/oude-pagina.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'target',
      title: 'To the page of',
      description: 'The document whose page takes the place of the old one.',
      type: 'reference',
      to: [
        {type: 'page'},
        {type: 'newsItem'},
        {type: 'project'},
        {type: 'trustFundRound'},
        {type: 'trustFund'},
        {type: 'agreement'},
        {type: 'annex'},
        {type: 'organisation'},
        {type: 'publication'},
        {type: 'ilsConvention'},
      ],
    }),
    defineField({
      name: 'to',
      title: 'To another address',
      description:
        'Only when no document of ours takes its place: a full web address, or one that starts with /.',
      type: 'string',
    }),
    defineField({
      name: 'permanent',
      title: 'For good',
      description: 'Leave ticked unless the old page will come back.',
      type: 'boolean',
      initialValue: true,
      validation: (rule) => rule.required(),
    }),
  ],
  orderings: [{name: 'from', title: 'Old address', by: [{field: 'from', direction: 'asc'}]}],
  preview: {
    select: {from: 'from', to: 'to', slug: 'target.slug.current'},
    prepare: ({from, to, slug}) => ({title: from, subtitle: `→ ${to ?? slug ?? ''}`}),
  },
})
