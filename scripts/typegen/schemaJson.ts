/** The parts of Sanity's extracted schema (`schema.json`, "groq-type-nodes") that our model uses. */

export interface SchemaObject {
  type: 'object'
  attributes: Record<string, SchemaAttribute>
  /** Attributes added from elsewhere: array members are their type plus `_key`. */
  rest?: SchemaNode
  /** Set on references. */
  dereferencesTo?: string
}

export type SchemaNode =
  | SchemaObject
  | {type: 'string'; value?: string}
  | {type: 'number'; value?: number}
  | {type: 'boolean'; value?: boolean}
  | {type: 'unknown'}
  | {type: 'array'; of: SchemaNode}
  | {type: 'union'; of: SchemaNode[]}
  | {type: 'inline'; name: string}

export interface SchemaAttribute {
  type: 'objectAttribute'
  value: SchemaNode
  optional?: boolean
}

export interface NamedType {
  type: 'type'
  name: string
  value: SchemaNode
}

export interface DocumentType {
  type: 'document'
  name: string
  attributes: Record<string, SchemaAttribute>
}

export type SchemaJson = (NamedType | DocumentType)[]
