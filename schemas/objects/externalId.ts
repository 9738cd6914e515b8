import {HashIcon} from '@sanity/icons/Hash'
import {defineField, defineType} from 'sanity'
import {optionLabel} from '../labels/interfaceLanguage.ts'

/** Whose codes there are. */
const schemes = [
  {value: 'iati', title: 'IATI'},
  {value: 'ilo', title: 'ILO'},
  {value: 'flanders', title: 'Government of Flanders'},
  {value: 'dacAgency', title: 'OECD DAC agency'},
  {value: 'dacChannel', title: 'OECD DAC channel'},
  {value: 'iloEvaluation', title: 'ILO evaluation database'},
] as const

/** The code that someone else's administration or code list uses for this. */
export const externalId = defineType({
  name: 'externalId',
  title: 'Code',
  type: 'object',
  icon: HashIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'scheme',
      title: 'Code of',
      description: 'Whose code it is.',
      type: 'string',
      options: {
        list: [...schemes],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'value',
      title: 'Code',
      description: 'Exactly as the other administration writes it.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {value: 'value', scheme: 'scheme'},
    prepare: ({value, scheme}) => ({title: value, subtitle: optionLabel(schemes, scheme)}),
  },
})
