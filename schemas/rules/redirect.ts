import {othersOfType, referenceTo, text} from './read.ts'
import {defineRule, type FindingPath, type Message} from './rule.ts'

/** A redirect starts at a path of ours, leads to one place, and each old address leads only there. */
export const redirectTarget = defineRule({
  code: 'redirect-target',
  level: 'error',
  types: ['redirect'],
  async check(document, context) {
    const found: {path: FindingPath; message: Message}[] = []
    const from = text(document['from'])
    const to = text(document['to'])
    if (from !== undefined && !/^\/\S*$/.test(from)) found.push({path: ['from'], message: NO_PATH})
    if ((to === undefined) === (referenceTo(document['target']) === undefined)) {
      found.push({path: ['target'], message: ONE_TARGET})
    }
    if (to !== undefined && !/^(\/|https?:\/\/)\S+$/.test(to)) found.push({path: ['to'], message: NO_ADDRESS})
    const others = await othersOfType(document, 'redirect', context)
    if (from !== undefined && others.some((other) => text(other['from']) === from)) {
      found.push({path: ['from'], message: TWICE})
    }
    const targets = new Map(others.map((other) => [text(other['from']), text(other['to'])]))
    if (from !== undefined && leadsBack(from, to, targets)) found.push({path: ['to'], message: CIRCLE})
    return found
  },
})

function leadsBack(
  from: string,
  to: string | undefined,
  targets: ReadonlyMap<string | undefined, string | undefined>,
): boolean {
  const seen = new Set<string>()
  let next = to
  while (next !== undefined && next !== from && !seen.has(next)) {
    seen.add(next)
    next = targets.get(next)
  }
  return next === from
}

const NO_PATH: Message = {
  nl: 'Schrijf het oude adres zonder de naam van de site, en laat het met / beginnen.',
  en: 'Write the old address without the name of the site, and let it start with /.',
}
const ONE_TARGET: Message = {
  nl: 'Kies een document of een ander adres, en niet allebei.',
  en: 'Choose a document or another address, and not both.',
}
const NO_ADDRESS: Message = {
  nl: 'Schrijf een volledig webadres met https://, of een adres van deze site dat met / begint.',
  en: 'Write a full web address with https://, or an address of this site that starts with /.',
}
const TWICE: Message = {
  nl: 'Er is al een doorverwijzing van dit adres. Werk die bij, of verwijder een van beide.',
  en: 'There is already a redirect from this address. Update that one, or remove one of them.',
}
const CIRCLE: Message = {
  nl: 'Deze doorverwijzing komt weer bij zichzelf uit. Kies een adres dat nergens naar doorverwijst.',
  en: 'This redirect comes back to itself. Choose an address that does not redirect.',
}
