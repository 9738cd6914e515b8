import {at, defineMigration, set, setIfMissing, unset} from '@sanity/migrate'

/**
 * Example of a renamed field: what a project costs was called `budget`, a number of euros, before it
 * became `amount` with its currency. A project that has an amount already keeps it.
 */
export const renameBudget = defineMigration({
  title: 'Projects: budget becomes amount',
  documentTypes: ['project'],
  migrate: {
    document(project) {
      if (typeof project['budget'] !== 'number') return []
      const amount = {_type: 'money', amount: project['budget'], currency: 'EUR'}
      return [at('amount', setIfMissing(amount)), at('budget', unset()), ...withoutCurrency(project)]
    },
  },
})

/** Some budgets said the currency in a field beside them. */
function withoutCurrency(project: Readonly<Record<string, unknown>>) {
  const currency = project['budgetCurrency']
  if (typeof currency !== 'string') return []
  return [
    ...(project['amount'] === undefined ? [at('amount.currency', set(currency))] : []),
    at('budgetCurrency', unset()),
  ]
}
