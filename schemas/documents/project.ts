import {ProjectsIcon} from '@sanity/icons/Projects'
import {defineType} from 'sanity'

import {documentGroups} from '../fields/groups.ts'
import {recordFields} from '../fields/record.ts'
import {slugField, titleField} from '../fields/title.ts'
import {projectFacts} from './project/facts.ts'
import {projectOrderings, projectPreview} from './project/preview.ts'
import {projectRelations} from './project/relations.ts'
import {projectTexts} from './project/texts.ts'

/** A project of the ILO that the Government of Flanders pays for, through the trust fund or beside it. */
export const project = defineType({
  name: 'project',
  title: 'Project',
  type: 'document',
  icon: ProjectsIcon,
  groups: documentGroups,
  fields: [titleField, slugField, ...projectTexts, ...projectFacts, ...projectRelations, ...recordFields],
  orderings: projectOrderings,
  preview: projectPreview,
})
