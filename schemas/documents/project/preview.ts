import type {PreviewValue} from 'sanity'

import {byTitle} from '../../fields/orderings.ts'
import {label} from '../../labels/interfaceLanguage.ts'
import {shownMoney, shownWords} from '../../labels/shown.ts'
import {projectStatus, projectStatusTitles} from '../../values/projectStatus.ts'

/** Newest first, largest first, or by title. */
export const projectOrderings = [
  {
    name: 'startDescending',
    title: 'Start, newest first',
    by: [{field: 'period.plannedStart.value', direction: 'desc' as const}],
  },
  {
    name: 'amountDescending',
    title: 'Amount, largest first',
    by: [{field: 'amount.amount', direction: 'desc' as const}],
  },
  byTitle,
]

interface ProjectSelection {
  title?: unknown
  amount?: unknown
  period?: unknown
  statusOverride?: unknown
  media?: PreviewValue['media']
}

/** Title above; amount, years and status below. */
export const projectPreview = {
  select: {
    title: 'title',
    amount: 'amount',
    period: 'period',
    statusOverride: 'statusOverride',
    media: 'image',
  },
  prepare: ({title, amount, period, statusOverride, media}: ProjectSelection): PreviewValue => {
    const status = projectStatus({period, statusOverride}, new Date().toISOString().slice(0, 10))
    return {
      title: shownWords(title) ?? '',
      subtitle: [shownMoney(amount), yearsOf(period), label(projectStatusTitles[status])]
        .filter(Boolean)
        .join(' · '),
      media,
    }
  },
}

function yearsOf(period: unknown): string {
  const dates = new Map(Object.entries(period ?? {}))
  const year = (...names: string[]): string | undefined => {
    const date: unknown = names.map((name) => dates.get(name)).find(Boolean)
    const value = typeof date === 'object' && date !== null && 'value' in date ? date.value : undefined
    return typeof value === 'string' ? value.slice(0, 4) : undefined
  }
  return [year('actualStart', 'plannedStart'), year('actualEnd', 'plannedEnd')].filter(Boolean).join('–')
}
