import {languages} from '../../schemas/languages.ts'
import {wordsIn} from '../../schemas/values/localised.ts'
import {moneyOf} from '../../schemas/values/money.ts'
import type {ProjectFacts} from './overviewQuery.ts'

/** The projects that have every word of the search in a title, place, theme, code or amount. */
export function findProjects(projects: readonly ProjectFacts[], search: string): ProjectFacts[] {
  const wanted = search.split(/\s+/).map(plain).filter(Boolean)
  return projects.filter((project) => {
    const text = textOf(project)
    return wanted.every((word) => text.includes(word))
  })
}

function textOf({title, alternativeTitles, places, themes, codes, amount}: ProjectFacts): string {
  const words = [title, ...places.map(({name}) => name), ...themes.map((theme) => theme.title)]
  const figure = moneyOf(amount)?.amount
  return [
    ...words.flatMap((value) => languages.map(({id}) => wordsIn(value, id) ?? '')),
    ...(alternativeTitles ?? []),
    ...(codes ?? []),
    figure === undefined ? '' : String(figure),
  ]
    .map(plain)
    .join('\n')
}

/** Without accents and capitals, and figures without the points and commas that group their digits. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/(?<=\d)[.,](?=\d{3})/g, '')
    .toLowerCase()
}
