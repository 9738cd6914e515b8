import type {Path, SchemaType, ValidationMarker} from 'sanity'

/** Why a document cannot, or should perhaps not, be published: at one field. */
export interface Reason {
  level: 'error' | 'warning'
  path: Path
  /** The field as its form calls it; undefined for the document as a whole. */
  field: string | undefined
  message: string
}

/**
 * What validation found, errors first, each once, with the names that the form uses. What a field and a
 * part of it are both told, the field alone says.
 */
export function reasonsOf(markers: readonly ValidationMarker[], type: SchemaType | undefined): Reason[] {
  const reasons = markers.flatMap(({level, path, message}): Reason[] =>
    level === 'info' ? [] : [{level, path, field: fieldTitle(type, path), message}],
  )
  const unique = new Map(reasons.map((reason) => [JSON.stringify([reason.path, reason.message]), reason]))
  const found = [...unique.values()]
  return found
    .filter((reason) => !found.some((other) => saysForPart(other, reason)))
    .toSorted((a, b) => rank(a) - rank(b))
}

function saysForPart(whole: Reason, part: Reason): boolean {
  const start = part.path.slice(0, whole.path.length)
  return (
    whole.path.length > 0 &&
    whole.path.length < part.path.length &&
    whole.message === part.message &&
    JSON.stringify(start) === JSON.stringify(whole.path)
  )
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
