import {BillIcon} from '@sanity/icons/Bill'
import {defineField, defineType} from 'sanity'

import {shownMoney} from '../labels/shown.ts'
import {currencies} from '../values/money.ts'

/** An amount with its currency; the figure is kept once, outside the texts. */
export const money = defineType({
  name: 'money',
  title: 'Amount',
  type: 'object',
  icon: BillIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'amount',
      title: 'Amount',
      description: 'The exact figure, with at most two decimals. Type 450000 for 450.000 euro.',
      type: 'number',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'currency',
      title: 'Currency',
      description: 'The currency that was decided or published; never a converted amount.',
      type: 'string',
      options: {list: currencies.map((code) => ({value: code, title: code}))},
      // No initial value: it would make an empty, unpublishable object in every new document.
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'publishedText',
      title: 'As published',
      description: 'The amount as it was written in the source, when that differs.',
      type: 'string',
    }),
  ],
  preview: {
    select: {amount: 'amount', currency: 'currency', publishedText: 'publishedText'},
    prepare: ({publishedText, ...value}) => ({title: shownMoney(value), subtitle: publishedText}),
  },
})
