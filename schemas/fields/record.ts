import {defineArrayMember, defineField} from 'sanity'

/** What every document says about where its facts come from and what is still uncertain. */
export const recordFields = [
  defineField({
    name: 'sources',
    title: 'Sources',
    description: 'The pages and documents that these facts were taken from.',
    type: 'array',
    group: 'record',
    of: [defineArrayMember({type: 'source'})],
  }),
  defineField({
    name: 'notes',
    title: 'Notes for colleagues',
    description:
      'Where sources contradict each other, and what nobody has found yet. Not shown on the website.',
    type: 'array',
    group: 'record',
    of: [defineArrayMember({type: 'editorialNote'})],
  }),
  defineField({
    name: 'provenance',
    title: 'Taken over from',
    description: 'Filled in when the document came from an older website or file.',
    type: 'provenance',
    group: 'record',
    readOnly: true,
    hidden: isAbsent,
  }),
]

function isAbsent({value}: {value?: unknown}): boolean {
  return value === undefined
}
