import {defineArrayMember, defineField, type ConditionalPropertyCallbackContext} from 'sanity'

import {referenceField} from '../../fields/reference.ts'

/** What a project belongs to and who takes part in it. */
export const projectRelations = [
  defineField({
    ...referenceField({
      name: 'round',
      title: 'Round',
      description: 'The contribution that pays for the project.',
      to: 'trustFundRound',
      group: 'relations',
    }),
    hidden: isOutsideTheFund,
  }),
  defineField({
    name: 'places',
    title: 'Places',
    description: 'Where the project works.',
    type: 'array',
    group: 'relations',
    of: [defineArrayMember({type: 'placeShare'})],
  }),
  defineField({
    name: 'themes',
    title: 'Themes',
    description: 'The subjects that the project serves.',
    type: 'array',
    group: 'relations',
    of: [defineArrayMember({type: 'reference', to: [{type: 'theme'}]})],
  }),
  defineField({
    name: 'participations',
    title: 'Who takes part',
    description: 'Who pays, who carries out, who receives, and the partners.',
    type: 'array',
    group: 'relations',
    of: [defineArrayMember({type: 'participation'})],
  }),
  referenceField({
    name: 'follows',
    title: 'Follows on',
    description: 'The earlier project that this one continues.',
    to: 'project',
    group: 'relations',
  }),
  referenceField({
    name: 'evaluates',
    title: 'Evaluates',
    description: 'Only for an evaluation: the agreement whose cooperation is looked at.',
    to: 'agreement',
    group: 'relations',
  }),
  defineField({
    name: 'sustainableDevelopmentGoals',
    title: 'Sustainable development goals',
    description: 'The goals that the project serves according to its documents.',
    type: 'array',
    group: 'relations',
    of: [defineArrayMember({type: 'reference', to: [{type: 'sustainableDevelopmentGoal'}]})],
  }),
  defineField({
    name: 'sustainableDevelopmentTargets',
    title: 'Targets',
    description: 'The codes of the targets, for example 8.8. Only when a document of the project names them.',
    type: 'array',
    group: 'relations',
    of: [defineArrayMember({type: 'string'})],
    options: {layout: 'tags'},
  }),
]

/** A round that is there stays visible, so that it can be taken away. */
function isOutsideTheFund({document, value}: ConditionalPropertyCallbackContext): boolean {
  return document?.['channel'] !== 'trustFund' && value === undefined
}
