import {cents, formatMoney, moneyOf, sumOfCents, type Money} from '../values/money.ts'
import {members, objectsIn, text} from './read.ts'
import {defineRule, type Message} from './rule.ts'

/** Amounts are more than nothing, in whole cents, and have a currency. */
export const moneyValue = defineRule({
  code: 'money-value',
  level: 'error',
  check(document) {
    return [...objectsIn(document)]
      .filter(({value}) => value['_type'] === 'money')
      .flatMap(({value, path}) => {
        const found = []
        const message = wrongAmount(value['amount'])
        if (message) found.push({path: [...path, 'amount'], message})
        if (text(value['currency']) === undefined) {
          const noCurrency = {nl: 'Kies de munt van het bedrag.', en: 'Choose the currency of the amount.'}
          found.push({path: [...path, 'currency'], message: noCurrency})
        }
        return found
      })
  },
})

function wrongAmount(amount: unknown): Message | undefined {
  if (typeof amount !== 'number') {
    return {
      nl: 'Vul het bedrag in, of laat het hele veld leeg.',
      en: 'Fill in the amount, or leave the whole field empty.',
    }
  }
  if (amount <= 0) {
    return {
      nl: 'Een bedrag is groter dan nul. Laat het veld leeg als het bedrag niet bekend is.',
      en: 'An amount is more than zero. Leave the field empty when the amount is not known.',
    }
  }
  if (!Number.isFinite(amount) || Math.abs(amount - cents({amount}) / 100) > Number.EPSILON * amount) {
    return {
      nl: 'Een bedrag heeft ten hoogste twee decimalen. Geef het exacte bedrag in hele centen.',
      en: 'An amount has at most two decimals. Give the exact amount in whole cents.',
    }
  }
  return undefined
}

/** The grants of a project add up to its amount. */
export const grantsSum = defineRule({
  code: 'grants-sum',
  level: 'error',
  types: ['project'],
  check(document) {
    const amount = moneyOf(document['amount'])
    const grants = members(document['grants']).map(({value}) => moneyOf(value['amount']))
    const known = grants.filter((grant): grant is Money => grant !== undefined)
    if (!amount || known.length === 0) return []
    const foreign = known.find(({currency}) => currency !== amount.currency)
    if (foreign) {
      const message = {
        nl: `Een subsidie is in ${foreign.currency}, het bedrag van het project in ${amount.currency}. Gebruik overal dezelfde munt.`,
        en: `A grant is in ${foreign.currency}, the amount of the project in ${amount.currency}. Use the same currency everywhere.`,
      }
      return [{path: ['grants'], message}]
    }
    const sum = sumOfCents(known)
    const isComplete = known.length === grants.length
    if (isComplete ? sum === cents(amount) : sum <= cents(amount)) return []
    const total = {amount: sum / 100, currency: amount.currency}
    const message = {
      nl: `De subsidies zijn samen ${formatMoney(total, 'nl')}, het bedrag van het project is ${formatMoney(amount, 'nl')}. Verbeter het bedrag of een subsidie.`,
      en: `The grants are ${formatMoney(total, 'en')} together, the amount of the project is ${formatMoney(amount, 'en')}. Correct the amount or a grant.`,
    }
    return [{path: ['grants'], message}]
  },
})
