import {wordsPreferring} from '../values/localised.ts'
import {compareDates, firstDay, formatDate, lastDay, partialDateOf} from '../values/partialDate.ts'
import {othersOfType, publishedId, referenceTo} from './read.ts'
import {defineRule, type RuleDocument} from './rule.ts'

/** At most one agreement is in force per counterparty and day. One without an end ends when it is replaced. */
export const agreementInForce = defineRule({
  code: 'agreement-in-force',
  level: 'error',
  types: ['agreement'],
  async check(document, context) {
    const counterparty = referenceTo(document['counterparty'])
    const others = await othersOfType(document, 'agreement', context)
    const all = [document, ...others]
    const own = daysInForce(document, all)
    if (!own || !counterparty) return []
    return others
      .filter((other) => referenceTo(other['counterparty']) === counterparty)
      .filter((other) => {
        const days = daysInForce(other, all)
        return days && own.from < days.until && days.from < own.until
      })
      .map((other) => ({
        path: ['endDate'],
        message: {
          nl: `Op dezelfde dagen geldt ook ${wordsPreferring(other['title'], 'nl') ?? other._id}. Geef aan welk akkoord het andere vervangt, of vul een einddatum in.`,
          en: `${wordsPreferring(other['title'], 'en') ?? other._id} is in force on the same days. Say which agreement replaces the other, or fill in an end date.`,
        },
      }))
  },
})

/** After every day. */
const FOREVER = '9999-12-31'

/** From the first day until the first day that it is not in force any more. */
function daysInForce(
  agreement: RuleDocument,
  all: readonly RuleDocument[],
): {from: string; until: string} | undefined {
  const from = startOf(agreement)
  if (from === undefined) return undefined
  const successor = all.find((other) => referenceTo(other['replaces']) === publishedId(agreement._id))
  const end = partialDateOf(agreement['endDate'])
  const ends = [end && lastDay(end), successor && startOf(successor)].filter((day) => day !== undefined)
  return {from, until: ends.toSorted()[0] ?? FOREVER}
}

function startOf(agreement: RuleDocument): string | undefined {
  const start = partialDateOf(agreement['entryIntoForce']) ?? partialDateOf(agreement['signedOn'])
  return start && firstDay(start)
}

/** An agreement is approved before it is signed. */
export const agreementApproval = defineRule({
  code: 'agreement-approval',
  level: 'warning',
  types: ['agreement'],
  check(document) {
    const approvedOn = partialDateOf(document['approvedOn'])
    const signedOn = partialDateOf(document['signedOn'])
    if (!approvedOn || !signedOn || compareDates(approvedOn, signedOn) <= 0) return []
    return [
      {
        path: ['signedOn'],
        message: {
          nl: `Ondertekend (${formatDate(signedOn, 'nl')}) vóór de goedkeuring (${formatDate(approvedOn, 'nl')}). Controleer beide datums.`,
          en: `Signed (${formatDate(signedOn, 'en')}) before it was approved (${formatDate(approvedOn, 'en')}). Check both dates.`,
        },
      },
    ]
  },
})
