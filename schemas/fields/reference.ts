import {defineField, type ReferenceRule} from 'sanity'

interface ReferenceFieldOptions {
  name: string
  title: string
  description: string
  to: string
  group?: string
  required?: boolean
}

/** A field that points to one document of a type. */
export function referenceField({
  name,
  title,
  description,
  to,
  group,
  required = false,
}: ReferenceFieldOptions) {
  return defineField({
    name,
    title,
    description,
    type: 'reference',
    group,
    to: [{type: to}],
    ...(required ? {validation: (rule: ReferenceRule) => rule.required()} : {}),
  })
}
