import {parseFragment, defaultTreeAdapter as tree} from 'parse5'

import type {PageLink, SourcePlace, Warning} from '../model.ts'
import {safeLink} from '../parse/webAddress.ts'
import {isFurniture} from './htmlContent.ts'
import {isDot} from './htmlHidden.ts'
import {attribute, lineOf, type Element, type Node} from './htmlTree.ts'

/** The films, sounds, frames and files that a page shows: their addresses as links, and what is to be done. */
export interface Embeds {
  links: PageLink[]
  warnings: Warning[]
}

/** @param all the elements of the body of a page */
export function embedsOf(all: readonly Element[], source: SourcePlace, base: string | undefined): Embeds {
  const found = all.flatMap((element) => {
    const written = addressOf(element)?.trim().replace(/^\/\//, 'https://')
    if (!written || /^(?:about|javascript|data):/i.test(written)) return []
    if (isDot(element) || isFurniture(element)) return []
    return [{written, href: safeLink(written, base), locator: lineOf(element), tagName: element.tagName}]
  })
  // Old players name their film twice, for two kinds of browsers.
  const once = [...new Map(found.map((one) => [one.href ?? one.written, one])).values()]
  return {
    links: once.flatMap(({href, locator}) => (href ? [{href, locator}] : [])),
    warnings: once.map(({written, href, locator, tagName}) => ({
      code: 'embed-left-out',
      message: `The page shows ${JSON.stringify((href ?? written).slice(0, 80))} (${tagName}), which is not taken: put a link to it in the text by hand.`,
      source: {...source, locator},
    })),
  }
}

function addressOf(element: Element): string | undefined {
  const {tagName, parentNode} = element
  // Frames that wait for consent, or for being scrolled to, keep their address aside.
  if (tagName === 'iframe') return attribute(element, 'src') ?? attribute(element, 'data-src')
  if (/^(?:embed|video|audio)$/.test(tagName)) return attribute(element, 'src')
  if (tagName === 'object') return attribute(element, 'data')
  if (tagName === 'source') return isPlayer(parentNode) ? attribute(element, 'src') : undefined
  const isFilm = tagName === 'param' && /^(?:movie|src|url)$/i.test(attribute(element, 'name') ?? '')
  return isFilm ? attribute(element, 'value') : undefined
}

const isPlayer = (node: Node | null): boolean => node?.nodeName === 'video' || node?.nodeName === 'audio'

/**
 * Reads what stands in for scripts, which is text to the parser, as elements.
 *
 * @param all the elements of the body
 */
export function openNoscripts(all: readonly Element[]): void {
  for (const element of all.filter(({tagName}) => tagName === 'noscript')) {
    const [words] = element.childNodes
    if (!words || !tree.isTextNode(words)) continue
    // Empty lines before it, so that the elements know the lines of the file.
    const before = '\n'.repeat((words.sourceCodeLocation?.startLine ?? 1) - 1)
    const opened = parseFragment(before + words.value, {
      sourceCodeLocationInfo: true,
      scriptingEnabled: false,
    })
    tree.detachNode(words)
    for (const node of opened.childNodes) tree.appendChild(element, node)
  }
}
