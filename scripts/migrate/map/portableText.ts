import {htmlToPortableText} from '@portabletext/html'
import {JSDOM} from 'jsdom'

import {wordsOfBlock} from '../../../schemas/values/table.ts'
import {itemKey} from '../identity.ts'
import type {Block, Json, JsonObject} from '../model.ts'
import {safeLink} from '../parse/webAddress.ts'
import {rowNameOf, tableBlock, withTables} from './tableBlock.ts'

/** What `schemas/objects/blockContent.ts` allows. */
const STYLES: Record<string, string> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  blockquote: 'blockquote',
}
const DECORATORS = new Set(['strong', 'em'])

const parser = new new JSDOM('').window.DOMParser()

/**
 * The blocks of a page as Portable Text, tables of data as tables. Each block is converted alone, since the
 * converter's time grows faster than its input; links keep only safe addresses; every `_key` follows from
 * place and content.
 *
 * @param base address of the page, which relative links start from
 */
export function portableText(blocks: readonly Block[], base: string | undefined, path: string): JsonObject[] {
  const converted = withTables(blocks).flatMap((part) =>
    'block' in part
      ? convert(part.block, base)
      : [tableBlock(part.table, part.parts), ...linksBelow(part.parts, base)],
  )
  return withContentKeys(converted, path)
}

function convert(block: Block, base: string | undefined): JsonObject[] {
  if (block.portableText) return block.portableText.map((one) => cleaned(one, base))
  const made = block.html ? fromHtml(block.html, base) : []
  // The converter has kinds of its own for code and the like: then the words alone, rather than none.
  return lettersOf(wordsOf(made)) < lettersOf(block.text) ? plainLines(block) : made
}

/** A cell holds no link: what has one stands below the table once more, behind the name of its row. */
function linksBelow(parts: readonly Block[], base: string | undefined): JsonObject[] {
  return parts
    .filter(({links = []}) => links.length > 0)
    .flatMap((part) => {
      const name = rowNameOf(part, parts)
      return convert(part, base).map((block, index) => ({
        ...block,
        style: 'normal',
        listItem: 'bullet',
        level: 1,
        children: [
          ...(name !== undefined && index === 0 ? [{_type: 'span', marks: [], text: `${name}: `}] : []),
          ...asObjects(block['children']),
        ],
      }))
    })
}

/** Words without markup as Portable Text, one block for each line. */
export function plainText(text: string, path: string): JsonObject[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return withContentKeys(
    lines.map((line) => plainBlock({kind: 'paragraph', text: line, locator: ''})),
    path,
  )
}

function plainLines(block: Block): JsonObject[] {
  return block.text.split('\n').map((text) => plainBlock({...block, text}))
}

const wordsOf = (blocks: readonly JsonObject[]): string => blocks.map(wordsOfBlock).join('')

const lettersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

function plainBlock({kind, text}: Block): JsonObject {
  return {
    _type: 'block',
    style: kind === 'heading' ? 'h2' : 'normal',
    ...(kind === 'listItem' ? {listItem: 'bullet', level: 1} : {}),
    markDefs: [],
    children: [{_type: 'span', marks: [], text: text.replace(/\s+/g, ' ')}],
  }
}

function fromHtml(html: string, base: string | undefined): JsonObject[] {
  let count = 0
  const blocks: Json = JSON.parse(
    JSON.stringify(
      htmlToPortableText(html, {
        parseHtml: (text) => parser.parseFromString(text, 'text/html'),
        keyGenerator: () => `key${count++}`,
        whitespaceMode: 'remove',
      }),
    ),
  )
  return asObjects(blocks)
    .filter((block) => block['_type'] === 'block')
    .map((block) => cleaned(block, base))
}

function cleaned(block: JsonObject, base: string | undefined): JsonObject {
  const links = asObjects(block['markDefs']).flatMap((mark) => {
    const href = typeof mark['href'] === 'string' ? safeLink(mark['href'], base) : undefined
    return mark['_type'] === 'link' && href ? [{_key: mark['_key'] ?? '', _type: 'link', href}] : []
  })
  const known = new Set<Json | undefined>([...DECORATORS, ...links.map((link) => link._key)])
  const {listItem, level, style} = block
  return {
    _type: 'block',
    style: (typeof style === 'string' && STYLES[style]) || 'normal',
    ...(listItem === 'bullet' || listItem === 'number' ? {listItem, level: level ?? 1} : {}),
    markDefs: links,
    children: asObjects(block['children']).map((span) => ({
      _type: 'span',
      marks: Array.isArray(span['marks']) ? span['marks'].filter((mark) => known.has(mark)) : [],
      text: typeof span['text'] === 'string' ? span['text'] : '',
    })),
  }
}

function withContentKeys(blocks: JsonObject[], path: string): JsonObject[] {
  const seen = new Map<string, number>()
  return blocks.map((block) => {
    const text = JSON.stringify(block)
    const occurrence = seen.get(text) ?? 0
    seen.set(text, occurrence + 1)
    const key = itemKey(path, block, occurrence)
    if (block['_type'] === 'table') return {...block, _key: key, rows: withRowKeys(block, `${path}.${key}`)}
    const markKeys = new Map<Json | undefined, string>()
    const markDefs = asObjects(block['markDefs']).map((mark, index) => {
      const markKey = itemKey(`${path}.${key}`, mark['href'] ?? '', index)
      markKeys.set(mark['_key'], markKey)
      return {...mark, _key: markKey}
    })
    const children = asObjects(block['children']).map((span, index) => ({
      ...span,
      _key: itemKey(`${path}.${key}`, span['text'] ?? '', index),
      marks: Array.isArray(span['marks']) ? span['marks'].map((mark) => markKeys.get(mark) ?? mark) : [],
    }))
    return {...block, _key: key, markDefs, children}
  })
}

function withRowKeys({rows}: JsonObject, path: string): JsonObject[] {
  return asObjects(rows).map((row, index) => ({...row, _key: itemKey(path, row, index)}))
}

function asObjects(value: Json | undefined): JsonObject[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item),
  )
}
