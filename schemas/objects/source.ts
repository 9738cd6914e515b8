import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'

/** Where a fact was read. */
export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      description: 'The full web address, with https://.',
      type: 'url',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'What the page or document is called.',
      type: 'string',
    }),
    defineField({
      name: 'checkedOn',
      title: 'Checked on',
      description: 'The day on which someone last read it.',
      type: 'date',
    }),
  ],
  preview: {
    select: {url: 'url', title: 'title'},
    prepare: ({url, title}) => ({title: title ?? url, subtitle: title ? url : undefined}),
  },
})
