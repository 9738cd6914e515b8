/** The converter's own tree, of which only this much is known. */
export interface WordElement {
  type: string
  children?: WordElement[]
  value?: string
  [attribute: string]: unknown
}

export function wordsOf({type, value, children = []}: WordElement): string {
  if (type === 'text') return value ?? ''
  if (type === 'tab') return '\t'
  return children.map(wordsOf).join('')
}
