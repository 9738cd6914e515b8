import {CogIcon} from '@sanity/icons/Cog'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {shownWords} from '../labels/shown.ts'

/** What holds for the whole website. There is one, with the id `siteSettings`. */
export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  icon: CogIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name of the website',
      description: 'Shown in the browser and by search engines.',
      type: 'internationalizedArrayString',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'One or two sentences for search engines and shared links.',
      type: 'internationalizedArrayText',
    }),
    defineField({
      name: 'pages',
      title: 'Pages under every page',
      description:
        'The pages of text, in the order in which the foot of the website lists them. Drag them. Pages that are not here come after these.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'page'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'contactEmail',
      title: 'E-mail address',
      description: 'Where readers can send questions and corrections.',
      type: 'email',
    }),
    defineField({
      name: 'dataLicence',
      title: 'Licence of the data',
      description: 'The web address of the licence under which the figures may be used again.',
      type: 'url',
    }),
    defineField({
      name: 'image',
      title: 'Photo for shared links',
      description: 'Shown with links to pages that have no photo of their own.',
      type: 'imageWithCredit',
    }),
  ],
  preview: {
    select: {title: 'title', media: 'image'},
    prepare: ({title, media}) => ({title: shownWords(title), media}),
  },
})
