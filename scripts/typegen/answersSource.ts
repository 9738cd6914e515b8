import {parse, typeEvaluate, type ObjectTypeNode, type SchemaType, type TypeNode} from 'groq-js'
import {constantName} from './zodSource.ts'

/** Slices want numbers before a query can be read; their types are the same for all. */
const SLICE = {from: 0, to: 1}

/**
 * TypeScript source with a zod schema for the answer to each question, as the evaluator of TypeGen reads
 * it from the schema: what the generated types say, to be checked when it runs. Attributes that nobody
 * asked for are left out of what comes through.
 *
 * @param schema content of `schema.json`
 * @param queries GROQ by the name of the question
 */
export function answersSource(schema: SchemaType, queries: Readonly<Record<string, string>>): string {
  const named = new Map<string, string>()

  const need = (name: string): string => {
    const constant = constantName(name)
    if (!named.has(name)) {
      const type = schema.find((it) => it.name === name)
      if (!type) throw new Error(`schema.json refers to ${name}, which it does not hold`)
      const source = nodeSource(type.type === 'document' ? {...type, type: 'object'} : type.value)
      named.set(name, `const ${constant} = ${source}\n`)
    }
    return constant
  }

  function nodeSource(node: TypeNode): string {
    switch (node.type) {
      case 'string':
      case 'number':
      case 'boolean':
        return node.value === undefined ? `z.${node.type}()` : `z.literal(${JSON.stringify(node.value)})`
      case 'null':
        return 'z.null()'
      case 'unknown':
        return 'z.unknown()'
      case 'inline':
        return need(node.name)
      case 'array':
        return `z.array(${nodeSource(node.of)})`
      case 'union':
        return unionSource(node.of)
      case 'object':
        return objectSource(node)
    }
  }

  function unionSource(members: readonly TypeNode[]): string {
    const kinds = [...new Set(members.flatMap(flattened).map(nodeSource))]
    const values = kinds.filter((kind) => kind !== 'z.null()')
    const [only = 'z.null()'] = values
    const source = values.length > 1 ? `z.union([${values.join(', ')}])` : only
    return values.length > 0 && values.length < kinds.length ? `z.nullable(${source})` : source
  }

  function objectSource({attributes, rest}: ObjectTypeNode): string {
    const own = Object.entries(attributes).map(([name, {value, optional}]) => {
      const source = nodeSource(value)
      return `${JSON.stringify(name)}: ${optional ? `z.optional(${source})` : source},`
    })
    if (rest?.type === 'unknown') return `z.looseObject({${own.join('\n')}})`
    return rest ? `z.extend(${nodeSource(rest)}, {${own.join('\n')}})` : `z.object({${own.join('\n')}})`
  }

  const answers = Object.entries(queries).map(([name, query]) => {
    const answer = typeEvaluate(parse(query, {params: SLICE}), schema)
    return `  ${name}: ${nodeSource(answer)},`
  })
  return [
    '// Generated from schema.json and queries/ by `npm run typegen`. Change these instead.',
    "import * as z from 'zod/mini'\n",
    ...named.values(),
    '/** The answer to each question, by its name. */',
    `export const answerSchemas = {\n${answers.join('\n')}\n} as const\n`,
  ].join('\n')
}

/** The members of a union, also of those inside it. */
function flattened(node: TypeNode): TypeNode[] {
  return node.type === 'union' ? node.of.flatMap(flattened) : [node]
}
