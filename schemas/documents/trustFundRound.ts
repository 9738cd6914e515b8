import {SyncIcon} from '@sanity/icons/Sync'
import {defineField, defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {byTitle} from '../fields/orderings.ts'
import {recordFields} from '../fields/record.ts'
import {referenceField} from '../fields/reference.ts'
import {slugField, titleField} from '../fields/title.ts'
import {shownMoney, shownWords} from '../labels/shown.ts'

/** One contribution to the trust fund, usually every two years; projects are paid from it. */
export const trustFundRound = defineType({
  name: 'trustFundRound',
  title: 'Round of the trust fund',
  type: 'document',
  icon: SyncIcon,
  groups: documentGroups,
  fields: [
    titleField,
    slugField,
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'What this contribution was meant for, in two or three sentences.',
      type: 'internationalizedArrayText',
      group: 'words',
    }),
    defineField({
      name: 'contribution',
      title: 'Contribution',
      description:
        'What the Government of Flanders put into the fund. Projects of this round cannot cost more. Leave it empty while it is not known.',
      type: 'money',
      group: 'facts',
    }),
    defineField({
      name: 'decidedOn',
      title: 'Decided on',
      description: 'The day on which the contribution was decided. After the start of the period is normal.',
      type: 'partialDate',
      group: 'facts',
    }),
    defineField({
      name: 'period',
      title: 'Period',
      description: 'The years that the contribution is for. Projects may run longer.',
      type: 'period',
      group: 'facts',
    }),
    defineField({
      name: 'carryOver',
      title: 'Money left from an earlier round is used',
      description: 'When ticked, the projects may cost more than the contribution; you are only warned.',
      type: 'boolean',
      group: 'facts',
      initialValue: false,
    }),
    referenceField({
      name: 'fund',
      title: 'Fund',
      description: 'The fund that received the contribution.',
      to: 'trustFund',
      group: 'relations',
      required: true,
    }),
    referenceField({
      name: 'agreement',
      title: 'Under the agreement',
      description: 'The agreement in force when the contribution was decided.',
      to: 'agreement',
      group: 'relations',
    }),
    ...recordFields,
  ],
  initialValue: {fund: {_type: 'reference', _ref: 'trustFund'}},
  orderings: [
    {
      name: 'periodDescending',
      title: 'Period, newest first',
      by: [{field: 'period.start.value', direction: 'desc'}],
    },
    {
      name: 'contributionDescending',
      title: 'Contribution, largest first',
      by: [{field: 'contribution.amount', direction: 'desc'}],
    },
    byTitle,
  ],
  preview: {
    select: {
      title: 'title',
      start: 'period.start.value',
      end: 'period.end.value',
      contribution: 'contribution',
    },
    prepare: ({title, start, end, contribution}) => ({
      title: shownWords(title),
      subtitle: [shownMoney(contribution), [start, end].filter(Boolean).join('–')]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
