import type {IatiElement} from '../extract/iati.ts'
import type {JsonObject} from '../model.ts'
import {currencyOf, type Currency} from '../parse/money.ts'
import {countedBudgets} from './activityBudgets.ts'
import type {ReadActivity} from './readActivity.ts'

const COMMITMENT = '2'
/** A decimal as XML Schema has it: thousands are not grouped. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/

interface Sum {
  cents: number
  currency: Currency
}

/** What was committed, else what was budgeted; two currencies are not added up. */
export function amountOfActivity(read: ReadActivity): JsonObject | undefined {
  const commitments = read.all('transaction').filter(({codes}) => codes['transaction-type'] === COMMITMENT)
  const budgets = countedBudgets(read.all('budget'))
  const sum =
    commitments.length > 0 ? committed(commitments, budgets, read) : addedUp(budgets, 'budget', read)
  return sum && {_type: 'money', amount: sum.cents / 100, currency: sum.currency}
}

function committed(commitments: IatiElement[], budgets: IatiElement[], read: ReadActivity): Sum | undefined {
  const sum = addedUp(commitments, 'transaction', read)
  const cents = sumOfCents(budgets)
  if (sum && budgets.length > 0 && cents !== undefined && cents !== sum.cents) {
    read.warn(
      'amounts-differ',
      `Commitments add up to ${sum.cents / 100}, budgets to ${cents / 100}; the commitments are taken.`,
    )
  }
  return sum
}

/** Elements are added up and taken together or not at all: a sum without one of them is another amount. */
function addedUp(
  elements: IatiElement[],
  name: 'budget' | 'transaction',
  read: ReadActivity,
): Sum | undefined {
  for (const element of elements) {
    const doubt = doubtOf(element, name)
    if (doubt) read.warn('amount-unreadable', doubt, {name, element})
  }
  const cents = sumOfCents(elements)
  if (elements.length === 0 || cents === undefined || elements.some((element) => doubtOf(element, name))) {
    return undefined
  }
  const [currency, ...others] = new Set(elements.map(({value}) => currencyOf(value?.currency ?? '')))
  if (!currency || others.length > 0) {
    read.warn(
      'currency-unclear',
      'The amounts are in several currencies or in none that is known: add the amount by hand.',
    )
    return undefined
  }
  if (cents < 0) {
    read.warn(
      'amount-unreadable',
      `The commitments add up to ${cents / 100}, which is below zero: no grant is. Correct them in the file, or add the amount by hand.`,
    )
    return undefined
  }
  read.take(elements)
  return {cents, currency}
}

/** Why an amount cannot be added up. A commitment below zero lowers an earlier one. */
function doubtOf(element: IatiElement, name: 'budget' | 'transaction'): string | undefined {
  const cents = centsOf(element)
  const written = element.value?.amount ?? ''
  const wayOut = 'correct it in the file, or add the amount by hand.'
  if (cents === undefined) return `"${written}" is not an amount, written as 1000.50: ${wayOut}`
  return cents < 0 && name === 'budget' ? `${written} is below zero, and no grant is: ${wayOut}` : undefined
}

function sumOfCents(elements: IatiElement[]): number | undefined {
  const all = elements.map(centsOf)
  return all.reduce(
    (total, cents) => (total === undefined || cents === undefined ? undefined : total + cents),
    0,
  )
}

function centsOf({value}: IatiElement): number | undefined {
  const cents = DECIMAL.test(value?.amount ?? '') ? Math.round(Number(value?.amount) * 100) : NaN
  return Number.isSafeInteger(cents) ? cents : undefined
}
