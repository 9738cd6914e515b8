import {defineArrayMember, defineField, defineType} from 'sanity'

import {linkTargets} from '../values/linkTargets.ts'

/** Running text: headings, lists, quotes, links and tables, and nothing that belongs to the layout. */
export const blockContent = defineType({
  name: 'blockContent',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Text', value: 'normal'},
        {title: 'Heading', value: 'h2'},
        {title: 'Subheading', value: 'h3'},
        {title: 'Quote', value: 'blockquote'},
      ],
      lists: [
        {title: 'List', value: 'bullet'},
        {title: 'Numbered list', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Bold', value: 'strong'},
          {title: 'Italic', value: 'em'},
        ],
        annotations: [
          defineArrayMember({
            name: 'link',
            title: 'Link',
            type: 'object',
            fields: [
              defineField({
                name: 'href',
                title: 'Address',
                description: 'The full web address, or mailto: and an e-mail address.',
                type: 'url',
                validation: (rule) => rule.required().uri({scheme: ['http', 'https', 'mailto', 'tel']}),
              }),
            ],
          }),
          defineArrayMember({
            name: 'internalLink',
            title: 'Link to a page of ours',
            type: 'object',
            fields: [
              defineField({
                name: 'reference',
                title: 'Page',
                description: 'The link follows when the address of that page changes.',
                type: 'reference',
                // Two texts may link to each other: neither waits for the other's publication.
                weak: true,
                to: linkTargets.map((type) => ({type})),
                validation: (rule) => rule.required(),
              }),
            ],
          }),
        ],
      },
    }),
    defineArrayMember({type: 'table'}),
  ],
})
