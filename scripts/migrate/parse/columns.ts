export type Column =
  | 'number'
  | 'title'
  | 'place'
  | 'amount'
  | 'currency'
  | 'start'
  | 'end'
  | 'months'
  | 'round'
  | 'link'
  | 'text'

/** The headings of office lists, Dutch and English. */
const HEADINGS: readonly [RegExp, Column][] = [
  [/^(?:project)?(?:nummer|number|nr\.?|no\.?|ref(?:erentie|erence)?)$/i, 'number'],
  [/^(?:titel|title|project(?:titel| title)?|projectnaam|project name)$/i, 'title'],
  [/^(?:land(?:en)?|country|countries|partnerland)$/i, 'place'],
  [/^(?:bedrag|budget|amount|bijdrage|contribution)(?:\s*\(.*\))?$/i, 'amount'],
  [/^(?:munt|valuta|currency)$/i, 'currency'],
  [/^(?:start(?:datum| date)?|begin(?:datum)?)$/i, 'start'],
  [/^(?:eind(?:e|datum)?|end(?: date)?)$/i, 'end'],
  [/^(?:looptijd|duur|duration)(?:\s*\(.*\))?$/i, 'months'],
  [/^(?:ronde|round)$/i, 'round'],
  [/^(?:link|url|pagina|page)$/i, 'link'],
  [/^(?:omschrijving|beschrijving|description)$/i, 'text'],
]

const DUTCH = /titel|nummer|bedrag|munt|looptijd|ronde|land|omschrijving|bijdrage|datum/i

export interface Header {
  columns: Map<Column, number>
  /** Headings that no field takes. */
  unknown: number[]
  language: 'nl' | 'en'
}

/** Reads a row of headings: a list of projects has a title, a list of rounds a round and an amount. */
export function headerOf(cells: readonly string[]): Header | undefined {
  const columns = new Map<Column, number>()
  const unknown: number[] = []
  for (const [index, cell] of cells.entries()) {
    const column = HEADINGS.find(([heading]) => heading.test(cell.trim()))?.[1]
    if (column && !columns.has(column)) columns.set(column, index)
    else if (cell.trim() !== '') unknown.push(index)
  }
  const isProjects = columns.has('title') && columns.size >= 2
  const isRounds = columns.has('round') && columns.has('amount')
  if (!isProjects && !isRounds) return undefined
  return {columns, unknown, language: cells.some((cell) => DUTCH.test(cell)) ? 'nl' : 'en'}
}
