/** Where a fact was read. */
export interface SourceFacts {
  url: string
  title?: string
  checkedOn?: string
}

/** What a document says about where it comes from. */
export interface Origin {
  provenance:
    | {
        legacyUrls: string[]
        file?: string
        locator?: string
        sha256?: string
        importedOn?: string
        runId?: string
      }
    | undefined
  sources: SourceFacts[]
  notes: {_key: string; text: unknown}[]
  /** The day of the last change after the document was taken over, if any. */
  editedOn: string | undefined
}

/** The migration writes a run's documents within this time. */
const RUN_MS = 60 * 60 * 1000

/** Reads the origin from a document as the form has it. */
export function originOf(document: Readonly<Record<string, unknown>>): Origin {
  const provenance = document['provenance'] as Partial<NonNullable<Origin['provenance']>> | undefined
  const sources = (document['sources'] as Partial<SourceFacts>[] | undefined) ?? []
  const notes = (document['notes'] as Origin['notes'] | undefined) ?? []
  const importedOn = Date.parse(provenance?.importedOn ?? '')
  const updatedAt = document['_updatedAt']
  const updatedOn = typeof updatedAt === 'string' ? updatedAt : ''
  return {
    provenance: provenance && {...provenance, legacyUrls: (provenance.legacyUrls ?? []).filter(isWebAddress)},
    sources: sources.filter((source): source is SourceFacts => isWebAddress(source.url)),
    notes,
    editedOn: Date.parse(updatedOn) - importedOn > RUN_MS ? updatedOn.slice(0, 10) : undefined,
  }
}

/** Only these become links: what is stored may come from anywhere. */
function isWebAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:\/\//i.test(url)
}
