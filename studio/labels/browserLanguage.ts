/**
 * Puts the language of the browser last, which is the one that the Studio starts with until a person
 * chooses another. Dutch when the browser speaks neither.
 */
export function preferBrowserLanguage<T extends {id: string}>(locales: T[]): T[] {
  const wanted = globalThis.navigator?.languages ?? []
  const rank = ({id}: T): number => {
    const position = wanted.findIndex((language) => language.slice(0, 2) === id.slice(0, 2))
    if (position === -1) return id.startsWith('nl') ? -wanted.length : -wanted.length - 1
    return -position
  }
  return locales.toSorted((a, b) => rank(a) - rank(b))
}
