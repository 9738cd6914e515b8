import {compareDates, formatDate} from '../values/partialDate.ts'
import {periodOf, projectDates, referenceTo} from './read.ts'
import {defineRule} from './rule.ts'

/** A project has a round if and only if the trust fund pays for it. */
export const projectChannel = defineRule({
  code: 'project-channel',
  level: 'error',
  types: ['project'],
  check(document) {
    const isOfFund = document['channel'] === 'trustFund'
    const hasRound = referenceTo(document['round']) !== undefined
    if (isOfFund === hasRound) return []
    const message = isOfFund
      ? {
          nl: 'Het trustfonds betaalt dit project, maar er is geen ronde gekozen. Kies de ronde, of kies een ander kanaal.',
          en: 'The trust fund pays for this project, but no round is chosen. Choose the round, or choose another channel.',
        }
      : {
          nl: 'Dit project heeft een ronde, maar het trustfonds betaalt het niet. Haal de ronde weg, of kies het trustfonds als kanaal.',
          en: 'This project has a round, but the trust fund does not pay for it. Take the round away, or choose the trust fund as channel.',
        }
    return [{path: ['round'], message}]
  },
})

/** A project seldom starts before its round; it may well end after it. */
export const projectBeforeRound = defineRule({
  code: 'project-before-round',
  level: 'warning',
  types: ['project'],
  async check(document, context) {
    const roundId = referenceTo(document['round'])
    const {start} = projectDates(document['period'])
    if (!roundId || !start) return []
    const round = await context.document(roundId)
    const begin = periodOf(round?.['period']).start
    if (!begin || compareDates(start, begin) >= 0) return []
    return [
      {
        path: ['period'],
        message: {
          nl: `Het project begint (${formatDate(start, 'nl')}) vóór zijn ronde (${formatDate(begin, 'nl')}). Controleer de datum en de ronde.`,
          en: `The project starts (${formatDate(start, 'en')}) before its round (${formatDate(begin, 'en')}). Check the date and the round.`,
        },
      },
    ]
  },
})
