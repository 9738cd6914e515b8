import type {Path, SchemaType, ValidationMarker} from 'sanity'

/** Why a document cannot, or should perhaps not, be published: at one field. */
export interface Reason {
  level: 'error' | 'warning'
  path: Path
  /** The field as its form calls it; undefined for the document as a whole. */
  field: string | undefined
  message: string
}

/** What validation found, errors first, each once, with the names that the form uses. */
export function reasonsOf(markers: readonly ValidationMarker[], type: SchemaType | undefined): Reason[] {
  const reasons = markers.flatMap(({level, path, message}): Reason[] =>
    level === 'info' ? [] : [{level, path, field: fieldTitle(type, path), message}],
  )
  const unique = new Map(reasons.map((reason) => [JSON.stringify([reason.path, reason.message]), reason]))
  return [...unique.values()].toSorted((a, b) => rank(a) - rank(b))
}

const rank = ({level}: Reason): number => (level === 'error' ? 0 : 1)

interface Part {
  title?: string | undefined
  name?: string
  fields?: readonly {name: string; type: Part}[]
  of?: readonly Part[]
}

/** The titles along a path, as `Duration › Planned end`; members of lists go by their number. */
export function fieldTitle(type: SchemaType | Part | undefined, path: Path): string | undefined {
  const titles: string[] = []
  let current: Part | undefined = type
  for (const segment of path) {
    if (typeof segment === 'string') {
      current = current?.fields?.find(({name}) => name === segment)?.type
      titles.push(current?.title ?? segment)
    } else {
      current = current?.of?.length === 1 ? current.of[0] : undefined
      if (typeof segment === 'number') titles.push(String(segment + 1))
    }
  }
  return titles.length > 0 ? titles.join(' › ') : undefined
}
