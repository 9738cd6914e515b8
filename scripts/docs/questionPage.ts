import {join} from 'node:path'

import * as z from 'zod/mini'

import {questions, type QueryName} from '../../queries/index.ts'
import {projectRoot} from '../target/environment.ts'
import {oneLine} from './docstring.ts'
import {code, page, saying, table} from './markdown.ts'
import {type Exported, readModule, readProperties} from './readModule.ts'
import {resultTypes} from './resultTypes.ts'

const sharedParams = new Map(
  readModule(join(projectRoot, 'queries/params.ts')).map(({name, doc}) => [name, doc?.text ?? '']),
)

/** A question of the library, as its page and the list of pages tell it. */
export interface Question {
  name: QueryName
  /** What it answers, in one paragraph. */
  about: string
  page: string
}

/**
 * The page about a question.
 *
 * @throws Error when its query has no docstring, or a parameter says nothing of itself
 */
export function questionPage(name: QueryName): Question {
  const file = join(projectRoot, 'queries', `${name}.ts`)
  const query = readModule(file).find((exported) => exported.name === `${name}Query`)
  if (!query?.doc) throw new Error(`${name}Query needs a docstring.`)
  return {
    name,
    about: oneLine(query.doc.text),
    page: page(name, [
      saying(query.doc),
      '## Parameters',
      parameters(name, file),
      '## Answer',
      code('ts', resultTypes(answerType(query))),
      '## GROQ',
      code('groq', questions[name].query),
    ]),
  }
}

const answerType = ({name}: Exported): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Result`

interface Property {
  type?: string | string[]
  enum?: string[]
  anyOf?: Property[]
  items?: Property
  format?: string
  default?: unknown
}

function parameters(name: QueryName, file: string): string {
  const schema = z.toJSONSchema(questions[name].params, {io: 'input'})
  const properties = schema.properties as Record<string, Property> | undefined
  if (!properties || Object.keys(properties).length === 0) return 'None.'
  const sources = readProperties(file, `${name}Params`)
  const rows = Object.entries(properties).map(([param, property]) => {
    const source = sources.get(param)
    const about = source?.doc?.text ?? sharedParams.get(source?.value ?? '') ?? ''
    if (about === '') throw new Error(`The parameter ${param} of ${name} needs a docstring.`)
    const isRequired = schema.required?.includes(param) ?? false
    return [
      `\`${param}\``,
      `\`${typeText(property)}\``,
      isRequired ? 'required' : defaultText(property),
      oneLine(about),
    ]
  })
  return table(['Name', 'Type', 'Without it', 'What it is'], rows)
}

function typeText(property: Property): string {
  if (property.anyOf) return property.anyOf.map(typeText).join(' | ')
  if (property.enum) return property.enum.map((value) => `'${value}'`).join(' | ')
  if (property.items) return `${typeText(property.items)}[]`
  return [property.type ?? 'unknown'].flat().join(' | ').replace('integer', 'number')
}

/** The default of a day is the day of the question, and no constant to print. */
function defaultText(property: Property): string {
  if (property.format === 'date') return 'today'
  return property.default === undefined || property.default === null
    ? 'all'
    : `\`${JSON.stringify(property.default)}\``
}
