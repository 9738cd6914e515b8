import type {Activity, IatiElement} from '../extract/iati.ts'
import type {SourcePlace, Warning} from '../model.ts'

/** An activity while it is mapped: its elements, which of them a document took, and what is doubtful. */
export interface ReadActivity {
  activity: Activity
  source: SourcePlace
  all: (name: string) => IatiElement[]
  take: (elements: IatiElement[]) => IatiElement[]
  isTaken: (element: IatiElement) => boolean
  /** Tells a doubt, at an element when it is about one. */
  warn: (code: string, message: string, at?: {name: string; element: IatiElement}) => void
  warnings: Warning[]
}

/** @param taken what documents took of the whole file; added to */
export function readActivity(activity: Activity, source: SourcePlace, taken: Set<IatiElement>): ReadActivity {
  const warnings: Warning[] = []
  return {
    activity,
    source,
    warnings,
    all: (name) => activity.elements.get(name) ?? [],
    take: (elements) => {
      for (const element of elements) taken.add(element)
      return elements
    },
    isTaken: (element) => taken.has(element),
    warn: (code, message, at) => {
      warnings.push({code, message, source: at ? placeOf(source, at.name, at.element) : source})
    },
  }
}

/** Where an element stands. */
export const placeOf = (source: SourcePlace, name: string, {locator}: IatiElement): SourcePlace => ({
  ...source,
  locator: `${locator}, ${name}`,
})
