import {compareDates, formatDate, lastDay, partialDateOf, type PartialDate} from '../values/partialDate.ts'
import {members, referenceTo, text} from './read.ts'
import {defineRule, type RuleDocument} from './rule.ts'

/** News doesn't appear before the decision that it reports. */
export const newsBeforeDecision = defineRule({
  code: 'news-before-decision',
  level: 'warning',
  types: ['newsItem'],
  async check(document, context) {
    const published = partialDateOf({value: text(document['publishedOn'])})
    if (!published) return []
    const subjects = await Promise.all(
      members(document['about']).map(async ({value, segment}) => {
        const id = referenceTo(value)
        return {segment, subject: id === undefined ? undefined : await context.document(id)}
      }),
    )
    return subjects.flatMap(({segment, subject}) => {
      const decided = subject && decisionOf(subject)
      if (!decided || compareDates(published, decided) >= 0) return []
      const message = {
        nl: `Het nieuws is van ${formatDate(published, 'nl')}, maar de beslissing is van ${formatDate(decided, 'nl')}. Controleer beide datums.`,
        en: `The news is of ${formatDate(published, 'en')}, but the decision is of ${formatDate(decided, 'en')}. Check both dates.`,
      }
      return [{path: ['about', segment], message}]
    })
  },
})

/** When it was decided: the approval of an agreement, the contribution of a round, the first grant of a project. */
function decisionOf(subject: RuleDocument): PartialDate | undefined {
  switch (subject._type) {
    case 'agreement':
      return partialDateOf(subject['approvedOn']) ?? partialDateOf(subject['signedOn'])
    case 'trustFundRound':
      return partialDateOf(subject['decidedOn'])
    case 'project':
      return members(subject['grants'])
        .flatMap(({value}) => partialDateOf(value['decidedOn']) ?? [])
        .toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))[0]
    default:
      return undefined
  }
}
