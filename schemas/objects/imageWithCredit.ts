import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from 'sanity'

/** A photo that everyone may understand and whose maker is named. */
export const imageWithCredit = defineType({
  name: 'imageWithCredit',
  title: 'Photo',
  type: 'image',
  icon: ImageIcon,
  options: {hotspot: true},
  fields: [
    defineField({
      name: 'alt',
      title: 'What the photo shows',
      description: 'For readers who cannot see it. One sentence, without "photo of".',
      type: 'internationalizedArrayString',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'credit',
      title: 'Credit',
      description: 'The photographer and the owner, for example © ILO/Marcel Crozet.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      description: 'Shown under the photo.',
      type: 'internationalizedArrayString',
    }),
  ],
})
