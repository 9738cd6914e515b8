import type {
  DocumentType,
  NamedType,
  SchemaAttribute,
  SchemaJson,
  SchemaNode,
  SchemaObject,
} from './schemaJson.ts'

/** What the dataset adds to a document, none of which content files carry. */
const SYSTEM_ATTRIBUTES = new Set(['_createdAt', '_updatedAt', '_rev'])

/** A reference to a document that is not published yet, as the Studio writes it. */
const STRENGTHEN_ON_PUBLISH = `z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional()`

/**
 * TypeScript source with one strict zod schema for each type of an extracted Sanity schema: unknown
 * attributes are refused, attributes that are not required may be absent.
 *
 * @param schema content of `schema.json`
 */
export function zodSource(schema: SchemaJson): string {
  const types = new Map(schema.map((type) => [type.name, type]))
  const documents = schema.filter(isContentDocument)
  const written = new Map<string, string>()

  const need = (name: string): string => {
    const type = types.get(name)
    if (!type) throw new Error(`schema.json refers to ${name}, which it does not hold`)
    const constant = constantName(name)
    if (!written.has(name)) written.set(name, `export const ${constant} = ${sourceOf(type, need)}\n`)
    return constant
  }
  for (const document of documents) need(document.name)

  const registry = documents.map(({name}) => `  ${name}: ${constantName(name)},`).join('\n')
  return [
    '// Generated from schema.json by `npm run typegen`. Change the types in schemas/ instead.',
    "import {z} from 'zod'\n",
    ...written.values(),
    '/** The strict structure of every document type, by its name. */',
    `export const documentSchemas = {\n${registry}\n} as const\n`,
    'export type DocumentTypeName = keyof typeof documentSchemas\n',
  ].join('\n')
}

function isContentDocument(type: NamedType | DocumentType): type is DocumentType {
  // Types with a dot are the service's and plugins', not content.
  return type.type === 'document' && !type.name.includes('.')
}

/** What the schema of a type is called in generated source. */
export function constantName(name: string): string {
  return `${name.replaceAll(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())}Schema`
}

type Need = (name: string) => string

function sourceOf(type: NamedType | DocumentType, need: Need): string {
  if (type.type === 'type') return nodeSource(type.value, need)
  const attributes = Object.entries(type.attributes).map(([name, attribute]) =>
    SYSTEM_ATTRIBUTES.has(name)
      ? attributeSource(name, {...attribute, optional: true}, need)
      : attributeSource(name, attribute, need),
  )
  return strictObject([...attributes, '_system: z.looseObject({}).optional()'])
}

function nodeSource(node: SchemaNode, need: Need): string {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return node.value === undefined ? `z.${node.type}()` : `z.literal(${JSON.stringify(node.value)})`
    case 'unknown':
      return 'z.unknown()'
    case 'inline':
      return need(node.name)
    case 'array':
      return `z.array(${memberSource(node.of, need)})`
    case 'union':
      return unionSource(node.of, need)
    case 'object':
      return objectSource(node, need)
  }
}

/** The extraction leaves out the `_key` of members that may be references to several types. */
function memberSource(node: SchemaNode, need: Need): string {
  if (node.type !== 'union') return nodeSource(node, need)
  const members = node.of.map((member) =>
    member.type === 'inline' ? `${need(member.name)}.extend({"_key": z.string()})` : nodeSource(member, need),
  )
  return unionOf(members)
}

function unionSource(members: SchemaNode[], need: Need): string {
  const literals = members.flatMap((member) =>
    'value' in member && member.value !== undefined ? [member.value] : [],
  )
  if (literals.length === members.length) return `z.literal(${JSON.stringify(literals)})`
  return unionOf(members.map((member) => nodeSource(member, need)))
}

function unionOf(sources: string[]): string {
  return `z.union([${sources.join(', ')}])`
}

function objectSource(node: SchemaObject, need: Need): string {
  const attributes = Object.entries(node.attributes).map(([name, attribute]) =>
    attributeSource(name, attribute, need),
  )
  if (node.dereferencesTo) attributes.push(`_strengthenOnPublish: ${STRENGTHEN_ON_PUBLISH}`)
  if (!node.rest) return strictObject(attributes)
  return `${nodeSource(node.rest, need)}.extend({${attributes.join(', ')}})`
}

function strictObject(attributes: string[]): string {
  return `z.strictObject({\n${attributes.map((attribute) => `  ${attribute},`).join('\n')}\n})`
}

function attributeSource(name: string, {value, optional}: SchemaAttribute, need: Need): string {
  return `${JSON.stringify(name)}: ${nodeSource(value, need)}${optional ? '.optional()' : ''}`
}
