import {BillIcon} from '@sanity/icons/Bill'
import {defineField, defineType} from 'sanity'

import {referenceField} from '../fields/reference.ts'
import {shownDate, shownMoney, shownWords} from '../labels/shown.ts'

/** One decision to pay one beneficiary; the grants of a project add up to its amount. */
export const grant = defineType({
  name: 'grant',
  title: 'Grant',
  type: 'object',
  icon: BillIcon,
  fields: [
    referenceField({
      name: 'funder',
      title: 'Paid by',
      description: 'The organisation whose budget pays.',
      to: 'organisation',
    }),
    referenceField({
      name: 'beneficiary',
      title: 'Beneficiary',
      description: 'The organisation that receives the money.',
      to: 'organisation',
    }),
    defineField({
      name: 'amount',
      title: 'Amount',
      description: 'The part of the project amount that this grant pays.',
      type: 'money',
    }),
    defineField({
      name: 'decidedOn',
      title: 'Decided on',
      description: 'The day on which the minister or the government decided.',
      type: 'partialDate',
    }),
  ],
  preview: {
    select: {beneficiary: 'beneficiary.name', amount: 'amount', decidedOn: 'decidedOn.value'},
    prepare: ({beneficiary, amount, decidedOn}) => ({
      title: shownWords(beneficiary),
      subtitle: [shownMoney(amount), shownDate(decidedOn)].filter(Boolean).join(' · '),
    }),
  },
})
