import {ArchiveIcon} from '@sanity/icons/Archive'
import {defineArrayMember, defineField, defineType} from 'sanity'

/** From which page or file a document was taken over. Written by the migration, never by hand. */
export const provenance = defineType({
  name: 'provenance',
  title: 'Taken over from',
  type: 'object',
  icon: ArchiveIcon,
  fields: [
    defineField({
      name: 'legacyUrls',
      title: 'Old web addresses',
      description: 'Visitors of these addresses are sent on to this document.',
      type: 'array',
      of: [defineArrayMember({type: 'url'})],
    }),
    defineField({name: 'file', title: 'File', description: 'The name of the file.', type: 'string'}),
    defineField({
      name: 'locator',
      title: 'Place in the file',
      description: 'The line, page or cell.',
      type: 'string',
    }),
    defineField({
      name: 'sha256',
      title: 'Fingerprint',
      description: 'Of the file, to see whether it has changed since.',
      type: 'string',
    }),
    defineField({
      name: 'importedOn',
      title: 'Taken over on',
      description: 'When the migration wrote this document.',
      type: 'datetime',
    }),
    defineField({name: 'runId', title: 'Run', description: 'The run of the migration.', type: 'string'}),
  ],
  preview: {select: {title: 'file', subtitle: 'locator'}},
})
