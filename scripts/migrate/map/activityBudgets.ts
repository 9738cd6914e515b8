import type {IatiElement} from '../extract/iati.ts'

const REVISED = '2'

/** The budgets that count: for a period that has a revised one, the original one does not. */
export function countedBudgets(budgets: IatiElement[]): IatiElement[] {
  const revised = new Set(budgets.filter(isRevised).map(periodOf))
  return budgets.filter((budget) => isRevised(budget) || !revised.has(periodOf(budget)))
}

const isRevised = ({attributes}: IatiElement): boolean => attributes['type'] === REVISED

const periodOf = ({dates}: IatiElement): string => [dates['period-start'], dates['period-end']].join('/')
