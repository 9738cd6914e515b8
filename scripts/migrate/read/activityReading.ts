import type {ActivityFile, IatiElement} from '../extract/iati.ts'
import {mapActivities} from '../map/activity.ts'
import type {Reading} from '../model.ts'

/** An IATI file, understood: a project for each activity, and the account of its elements. */
export function activityReading(file: ActivityFile): Reading<never> {
  const {candidates, rejected, taken} = mapActivities(file)
  const elements = file.activities.flatMap((activity) =>
    [...activity.elements].flatMap(([name, list]) =>
      name === 'iati-identifier' ? [] : list.map((element) => ({name, element})),
    ),
  )
  const left = elements.filter(({element}) => !taken.has(element))
  const characters = (list: typeof elements) =>
    list.reduce((total, {element}) => total + lengthOf(element), 0)
  return {
    file: file.source.file,
    candidates,
    rejected,
    links: [],
    account: {
      file: file.source.file,
      format: `iati ${file.version}`,
      kind: 'activities',
      counted: {
        characters: {in: characters(elements), out: characters(elements) - characters(left)},
        elements: {in: elements.length, out: elements.length - left.length},
      },
      left: left.map(({name, element}) => ({
        locator: element.locator,
        kind: name,
        excerpt: excerptOf(element),
      })),
    },
  }
}

function lengthOf({narratives}: IatiElement): number {
  return narratives.reduce((total, {text}) => total + text.length, 0)
}

function excerptOf({narratives, attributes, value}: IatiElement): string {
  const text =
    narratives[0]?.text ?? (value ? `${value.currency} ${value.amount}` : Object.values(attributes).join(' '))
  return text.slice(0, 60)
}
