import {formatMoney, moneyOf, sumOfCents, cents, type Money} from '../values/money.ts'
import {othersOfType, publishedId, referenceTo} from './read.ts'
import {defineRule, type Level, type Message, type RuleContext, type RuleDocument} from './rule.ts'

/**
 * The projects of a round cost no more than its contribution. Reported at the round and at each of its
 * projects, since either may be what an editor is about to publish.
 */
export const roundSum = defineRule({
  code: 'round-sum',
  level: 'error',
  types: ['trustFundRound', 'project'],
  async check(document, context) {
    const round = await roundOf(document, context)
    const contribution = moneyOf(round?.['contribution'])
    if (!round || !contribution) return []
    const sum = await allocated(round, document, contribution.currency, context)
    const left = cents(contribution) - sum
    if (left >= 0) return []
    const level: Level = round['carryOver'] === true ? 'warning' : 'error'
    const path = document._type === 'project' ? ['amount'] : ['contribution']
    return [{path, level, message: tooMuch(contribution, sum, -left, level)}]
  },
})

/** A round has a contribution, sooner or later: the sources do not tell every amount. */
export const roundContribution = defineRule({
  code: 'round-contribution',
  level: 'warning',
  types: ['trustFundRound'],
  check: ({contribution}) => (moneyOf(contribution) ? [] : [{path: ['contribution'], message: UNKNOWN}]),
})

const UNKNOWN: Message = {
  nl: 'De bijdrage is niet ingevuld: of de projecten erbinnen blijven, kan niet worden nagegaan. Vul ze in zodra ze bekend is.',
  en: 'The contribution is not filled in: whether the projects stay within it cannot be checked. Fill it in once it is known.',
}

/** The projects of a round are in the currency of its contribution. */
export const roundCurrency = defineRule({
  code: 'round-currency',
  level: 'error',
  types: ['project'],
  async check(document, context) {
    const round = await roundOf(document, context)
    const contribution = moneyOf(round?.['contribution'])
    const amount = moneyOf(document['amount'])
    if (!contribution || !amount || contribution.currency === amount.currency) return []
    const message = {
      nl: `Het bedrag is in ${amount.currency}, de bijdrage van de ronde in ${contribution.currency}. Geef het bedrag in ${contribution.currency}, of kies een andere ronde.`,
      en: `The amount is in ${amount.currency}, the contribution of the round in ${contribution.currency}. Give the amount in ${contribution.currency}, or choose another round.`,
    }
    return [{path: ['amount', 'currency'], message}]
  },
})

async function roundOf(document: RuleDocument, context: RuleContext): Promise<RuleDocument | undefined> {
  if (document._type === 'trustFundRound') return document
  const id = referenceTo(document['round'])
  return id === undefined ? undefined : context.document(id)
}

/** Cents of all projects of the round, the edited document instead of its stored version. */
async function allocated(
  round: RuleDocument,
  document: RuleDocument,
  currency: string,
  context: RuleContext,
): Promise<number> {
  const projects = await othersOfType(document, 'project', context)
  if (document._type === 'project') projects.push(document)
  const amounts = projects
    .filter((project) => referenceTo(project['round']) === publishedId(round._id))
    .map((project) => moneyOf(project['amount']))
    .filter((amount): amount is Money => amount?.currency === currency)
  return sumOfCents(amounts)
}

function tooMuch(contribution: Money, sum: number, excess: number, level: Level): Message {
  const amount = (inCents: number, language: 'nl' | 'en') =>
    formatMoney({amount: inCents / 100, currency: contribution.currency}, language)
  const [advice, advies] =
    level === 'warning'
      ? [
          'Check that money left from an earlier round covers it.',
          'Controleer of een overschot van een vroegere ronde dit dekt.',
        ]
      : [
          'Correct an amount, take a project out of the round, or tick that money left from an earlier round is used.',
          'Verbeter een bedrag, haal een project uit de ronde, of vink aan dat een overschot van een vroegere ronde gebruikt wordt.',
        ]
  return {
    nl: `De projecten van deze ronde kosten samen ${amount(sum, 'nl')}; de bijdrage is ${formatMoney(contribution, 'nl')}. Dat is ${amount(excess, 'nl')} te veel. ${advies}`,
    en: `The projects of this round cost ${amount(sum, 'en')} together; the contribution is ${formatMoney(contribution, 'en')}. That is ${amount(excess, 'en')} too much. ${advice}`,
  }
}
