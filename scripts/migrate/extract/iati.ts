import type {XmlElement} from 'libxml2-wasm'

import type {SourcePlace} from '../model.ts'
import {ExtractError} from './extractError.ts'
import {childElements, paragraphsOf, textOf, withXml} from './xml.ts'

/** Words in one language of an IATI file. */
export interface Narrative {
  language: string
  text: string
}

/** An element with the attributes and narratives that the migration looks at. */
export interface IatiElement {
  attributes: Record<string, string>
  narratives: Narrative[]
  locator: string
  /** Currency and amount of the `value` inside. */
  value?: {amount: string; currency: string}
  /** `code` of the element of this name inside, such as `transaction-type`. */
  codes: Record<string, string>
  /** `iso-date` of the element of this name inside, such as `period-start`. */
  dates: Record<string, string>
}

/** One activity as the file has it, before anything is understood. */
export interface Activity {
  identifier: string
  locator: string
  /** Elements by name. */
  elements: Map<string, IatiElement[]>
}

export interface ActivityFile {
  source: SourcePlace
  sha256: string
  version: string
  activities: Activity[]
}

export function isIati(text: string): boolean {
  return /<iati-activities[\s>]/.test(text)
}

/**
 * Reads IATI activities of version 2.
 *
 * @throws ExtractError
 */
export function extractIati(text: string, source: SourcePlace, sha256: string): ActivityFile {
  return withXml(text, ({root}) => {
    const version = root.attr('version')?.value ?? ''
    if (!version.startsWith('2.')) {
      throw new ExtractError(
        'iati-version',
        `IATI ${version || 'of an unknown version'} is not read; export it as 2.03.`,
      )
    }
    return {source, sha256, version, activities: childElements(root, 'iati-activity').map(readActivity)}
  })
}

function readActivity(activity: XmlElement): Activity {
  const defaults = {
    language: activity.attr('lang', 'xml')?.value ?? 'en',
    currency: activity.attr('default-currency')?.value ?? '',
  }
  const elements = new Map<string, IatiElement[]>()
  for (const element of childElements(activity)) {
    elements.set(element.name, [...(elements.get(element.name) ?? []), readElement(element, defaults)])
  }
  return {
    identifier: textOf(childElements(activity, 'iati-identifier')[0]),
    locator: `line ${activity.line}`,
    elements,
  }
}

interface Defaults {
  language: string
  currency: string
}

function readElement(element: XmlElement, defaults: Defaults): IatiElement {
  const children = childElements(element)
  const value = children.find((child) => child.name === 'value')
  const narratives = [
    ...children,
    ...children.filter(({name}) => name === 'title').flatMap((child) => childElements(child)),
  ]
  return {
    attributes: Object.fromEntries(element.attrs.map((attribute) => [attribute.name, attribute.value])),
    narratives: narratives
      .filter((child) => child.name === 'narrative')
      .map((child) => ({
        language: child.attr('lang', 'xml')?.value ?? defaults.language,
        text: paragraphsOf(child),
      }))
      .filter(({text}) => text !== ''),
    locator: `line ${element.line}`,
    codes: attributeByName(children, 'code'),
    dates: attributeByName(children, 'iso-date'),
    ...(value
      ? {value: {amount: textOf(value), currency: value.attr('currency')?.value ?? defaults.currency}}
      : {}),
  }
}

function attributeByName(children: XmlElement[], attribute: string): Record<string, string> {
  return Object.fromEntries(children.map((child) => [child.name, child.attr(attribute)?.value ?? '']))
}
