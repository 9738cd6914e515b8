import {canonicalUrl} from '../parse/webAddress.ts'

/** A value of an export, as JSON has it or an XML element reads. */
export type ExportValue = unknown

/** One page (Drupal calls it a node) of an export of the old website. */
export interface DrupalRecord {
  /** Drupal's own number or UUID of the page; empty where the export lacks it. */
  id: string
  /** Empty where the export lacks it. */
  title: string
  language?: string
  url?: string
  /** The text of the page, HTML as the editor wrote it. */
  body: string
  /** The other fields that hold words or figures, by their label. */
  facts: {label: string; value: string}[]
}

type Fields = Readonly<Record<string, ExportValue>>

const isFields = (value: ExportValue): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What Drupal keeps about a page and no reader ever saw. */
const INTERNAL =
  /^(?:drupal_internal__.*|[nv]id|uuid|uid|type|status|state|promote|sticky|created|changed|published_at|log|tnid|translate|comment.*|revision.*|default_langcode|content_translation.*|metatag|menu_link|rdf_mapping|name|picture|data|path|url|view_node|link|langcode|language|taal|title|titel|body|links|relationships|default_revision|moderation_state)$/

/**
 * The pages of an export, whichever module made it: JSON:API, the REST format of Drupal 8 and later, the
 * objects of Drupal 7, or the flat rows of a view.
 */
export function drupalRecords(root: ExportValue): DrupalRecord[] {
  return nodesOf(root).flatMap((node) => recordOf(node) ?? [])
}

function nodesOf(root: ExportValue): Fields[] {
  if (Array.isArray(root)) return root.flatMap(nodesOf)
  if (!isFields(root)) return []
  const inner = root['data'] ?? root['nodes'] ?? root['node'] ?? root['item']
  if (inner !== undefined && root['title'] === undefined) return nodesOf(inner)
  return [root]
}

function recordOf(node: Fields): DrupalRecord | undefined {
  const isJsonApi = typeof node['type'] === 'string' && node['type'].startsWith('node--')
  const given = isJsonApi && isFields(node['attributes']) ? node['attributes'] : node
  const fields: Fields = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase().replaceAll(/[\s-]+/g, '_'), value]),
  )
  const language = words(fields['langcode'] ?? fields['language'] ?? fields['taal'])
  const say = (...names: string[]): string =>
    names.map((name) => words(fields[name], language)).find((text) => text !== '') ?? ''
  const id = say('drupal_internal__nid', 'nid') || words(node['id'])
  const title = say('title', 'titel')
  const body = say('body')
  // What has none of them is no page: a setting, a count, a link to more of the export.
  if ([id, title, body].filter(Boolean).length < 2) return undefined
  const url = addressOf(fields, isJsonApi ? node['links'] : undefined)
  return {
    id,
    title,
    ...(language && language !== 'und' ? {language} : {}),
    ...(url ? {url} : {}),
    body,
    facts: Object.entries(fields)
      .filter(([name]) => !INTERNAL.test(name))
      .map(([name, value]) => ({label: labelOf(name), value: words(value, language)}))
      .filter(({value}) => value !== ''),
  }
}

/** The words of a value: a text, or what is nested in lists, languages and `value` attributes. */
function words(value: ExportValue, language = 'und'): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value
      .map((item) => words(item, language))
      .filter(Boolean)
      .join(', ')
  if (!isFields(value)) return ''
  const inner = value['value'] ?? value['processed'] ?? value[language] ?? value['und'] ?? value['label']
  if (inner !== undefined) return words(inner, language)
  const [only, ...others] = Object.values(value)
  return others.length === 0 ? words(only, language) : ''
}

/** The address of a page: whole, or its path on the host that the export names itself by. */
function addressOf(fields: Fields, links: ExportValue): string | undefined {
  const path = fields['path']
  const entry = Array.isArray(path) ? path[0] : path
  const alias = isFields(entry) ? words(entry['alias']) : words(entry)
  const given = [words(fields['url']), words(fields['view_node']), alias].filter(Boolean)
  const self = isFields(links) && isFields(links['self']) ? words(links['self']['href']) : ''
  const host = URL.parse(self)?.origin
  return given.map((text) => canonicalUrl(URL.parse(text, host)?.href ?? '')).find(Boolean)
}

function labelOf(name: string): string {
  const text = name.replace(/^field_/, '').replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
