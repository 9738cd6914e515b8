import {readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'

import {parseSync} from 'rolldown/utils'

import {type Docstring, readDocstring} from './docstring.ts'

/** A member of an interface. */
export interface Member {
  name: string
  signature: string
  doc: Docstring | undefined
}

/** Something that a module exports, as its source says it. */
export interface Exported {
  name: string
  kind: 'function' | 'constant' | 'interface' | 'type' | 'class'
  /** The declaration, without the body of a function or class. */
  signature: string
  doc: Docstring | undefined
  /** Those of an interface. */
  members: Member[]
}

type Statement = ReturnType<typeof parseSync>['program']['body'][number]
type Declaration = NonNullable<Extract<Statement, {type: 'ExportNamedDeclaration'}>['declaration']>

/** A TypeScript file that was parsed. */
interface Source {
  file: string
  text: string
  body: Statement[]
  /** The docstring that ends where the code at this offset begins. */
  docBefore(offset: number): Docstring | undefined
}

function parse(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const {program, comments, errors} = parseSync(file, text, {sourceType: 'module', lang: 'ts'})
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({message}) => message).join('; ')}`)
  return {
    file,
    text,
    body: program.body,
    docBefore(offset) {
      const comment = comments.findLast(({end}) => end <= offset)
      const isBeside = comment !== undefined && text.slice(comment.end, offset).trim() === ''
      return isBeside && comment.value.startsWith('*') ? readDocstring(comment.value) : undefined
    },
  }
}

/**
 * What a module exports, in the order in which it stands there; what it hands on from another module of
 * ours is looked up in that one.
 *
 * @throws Error when a file does not parse, or exports something that this cannot read
 */
export function readModule(file: string): Exported[] {
  const source = parse(file)
  return source.body.flatMap((statement): Exported[] => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    if (statement.declaration) return declared(source, statement.start, statement.declaration)
    if (!statement.source) return []
    const origin = readModule(resolve(dirname(file), statement.source.value))
    return statement.specifiers.flatMap(({local}) => {
      const name = 'name' in local ? local.name : local.value
      const found = origin.find((entry) => entry.name === name)
      if (!found) throw new Error(`${file} exports ${name}, which ${statement.source?.value} has not.`)
      return [found]
    })
  })
}

function declared(source: Source, start: number, declaration: Declaration): Exported[] {
  const {text} = source
  const doc = source.docBefore(start)
  const whole = text.slice(start, declaration.end).replace(/^export /, '')
  switch (declaration.type) {
    case 'FunctionDeclaration': {
      const signature = text.slice(declaration.start, declaration.body?.start ?? declaration.end).trim()
      return [{name: declaration.id?.name ?? '', kind: 'function', signature, doc, members: []}]
    }
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({id}) =>
        id.type === 'Identifier'
          ? [{name: id.name, kind: 'constant' as const, signature: whole, doc, members: []}]
          : [],
      )
    case 'TSTypeAliasDeclaration':
      return [{name: declaration.id.name, kind: 'type', signature: whole, doc, members: []}]
    case 'TSInterfaceDeclaration': {
      const members = declaration.body.body.map((member) => memberOf(source, member))
      return [{name: declaration.id.name, kind: 'interface', signature: whole, doc, members}]
    }
    case 'ClassDeclaration': {
      const signature = text.slice(declaration.start, declaration.body.start).trim()
      return [{name: declaration.id?.name ?? '', kind: 'class', signature, doc, members: []}]
    }
    default:
      throw new Error(`${source.file} exports a ${declaration.type}, which the reference cannot read.`)
  }
}

function memberOf(source: Source, {start, end}: {start: number; end: number}): Member {
  const signature = source.text.slice(start, end).replace(/[;,]$/, '')
  const name = /^(?:readonly )?(\w+)/.exec(signature)?.[1] ?? signature
  return {name, signature: dedent(signature), doc: source.docBefore(start)}
}

const dedent = (text: string): string => text.replaceAll(/\n {2}/g, '\n')

/** What a property of an exported object says of itself: its docstring, and the name that its value is. */
export interface Property {
  doc: Docstring | undefined
  value: string
}

/**
 * The properties of `export const NAME = call({…})`.
 *
 * @returns by name; empty when there is no such object
 */
export function readProperties(file: string, name: string): Map<string, Property> {
  const source = parse(file)
  const properties = new Map<string, Property>()
  for (const statement of source.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue
    if (statement.declaration?.type !== 'VariableDeclaration') continue
    for (const {id, init} of statement.declaration.declarations) {
      if (id.type !== 'Identifier' || id.name !== name || init?.type !== 'CallExpression') continue
      const [object] = init.arguments
      if (object?.type !== 'ObjectExpression') continue
      for (const property of object.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
        const {start, end} = property.value
        properties.set(property.key.name, {
          doc: source.docBefore(property.start),
          value: source.text.slice(start, end),
        })
      }
    }
  }
  return properties
}
