import {wordsPreferring} from '../values/localised.ts'
import {compareDates, firstDay, formatDate, lastDay, partialDateOf} from '../values/partialDate.ts'
import {othersOfType, periodOf, referenceTo, type Dates} from './read.ts'
import {defineRule} from './rule.ts'

/** The periods of the rounds of one fund don't overlap; a year counts from its first to its last day. */
export const roundOverlap = defineRule({
  code: 'round-overlap',
  level: 'error',
  types: ['trustFundRound'],
  async check(document, context) {
    const own = daysOf(periodOf(document['period']))
    if (!own) return []
    const rounds = await othersOfType(document, 'trustFundRound', context)
    return rounds
      .filter((round) => referenceTo(round['fund']) === referenceTo(document['fund']))
      .filter((round) => {
        const days = daysOf(periodOf(round['period']))
        return days && own.first <= days.last && days.first <= own.last
      })
      .map((round) => ({
        path: ['period'],
        message: {
          nl: `De periode valt samen met die van ${wordsPreferring(round['title'], 'nl') ?? round._id}. Een kop op een oude pagina is nog geen ronde: geef elke bijdrage haar eigen jaren.`,
          en: `The period overlaps with that of ${wordsPreferring(round['title'], 'en') ?? round._id}. A heading on an old page is not a round: give each contribution its own years.`,
        },
      }))
  },
})

function daysOf({start, end}: Dates): {first: string; last: string} | undefined {
  const from = start ?? end
  const to = end ?? start
  return from && to && {first: firstDay(from), last: lastDay(to)}
}

/** A round covers two calendar years. */
export const roundLength = defineRule({
  code: 'round-length',
  level: 'warning',
  types: ['trustFundRound'],
  check(document) {
    const {start, end} = periodOf(document['period'])
    if (!start || !end) return []
    const years = Number(end.value.slice(0, 4)) - Number(start.value.slice(0, 4)) + 1
    if (years === 2 || years < 1) return []
    return [
      {
        path: ['period'],
        message: {
          nl: `De periode telt ${years} kalenderjaren; een bijdrage is gewoonlijk voor twee. Controleer de periode in de beslissing.`,
          en: `The period counts ${years} calendar year(s); a contribution is usually for two. Check the period in the decision.`,
        },
      },
    ]
  },
})

/** A contribution is not decided after the period that it is for; after its start is normal. */
export const roundDecision = defineRule({
  code: 'round-decision',
  level: 'error',
  types: ['trustFundRound'],
  check(document) {
    const decidedOn = partialDateOf(document['decidedOn'])
    const {end} = periodOf(document['period'])
    if (!decidedOn || !end || compareDates(decidedOn, end) <= 0) return []
    return [
      {
        path: ['decidedOn'],
        message: {
          nl: `Beslist op ${formatDate(decidedOn, 'nl')}, na het einde van de periode (${formatDate(end, 'nl')}). Verbeter de datum of de periode.`,
          en: `Decided on ${formatDate(decidedOn, 'en')}, after the end of the period (${formatDate(end, 'en')}). Correct the date or the period.`,
        },
      },
    ]
  },
})
