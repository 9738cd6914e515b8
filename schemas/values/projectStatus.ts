import {firstDay, lastDay, partialDateOf} from './partialDate.ts'

/** The statuses that a project can have on a day, as its dates or an editor tell. */
export const projectStatuses = ['planned', 'running', 'closed', 'cancelled', 'suspended', 'unknown'] as const

export type ProjectStatus = (typeof projectStatuses)[number]

/** What editors read for each status; the labels have the Dutch. */
export const projectStatusTitles: Record<ProjectStatus, string> = {
  planned: 'Planned',
  running: 'Running',
  closed: 'Closed',
  cancelled: 'Cancelled',
  suspended: 'Suspended',
  unknown: 'Status not known',
}

/** What a project's status follows from. */
export interface StatusFacts {
  period?: unknown
  /** Set by an editor where the dates do not tell: `cancelled` or `suspended`. */
  statusOverride?: unknown
}

/**
 * The status of a project on a day, from its actual dates, else its planned ones. A date known only to
 * the year or month counts as its first day for a start and its last day for an end.
 *
 * @param today `YYYY-MM-DD`
 */
export function projectStatus({period, statusOverride}: StatusFacts, today: string): ProjectStatus {
  if (statusOverride === 'cancelled' || statusOverride === 'suspended') return statusOverride
  const dates = typeof period === 'object' && period !== null ? {...period} : {}
  const start = dateOf(dates, 'actualStart') ?? dateOf(dates, 'plannedStart')
  const end = dateOf(dates, 'actualEnd') ?? dateOf(dates, 'plannedEnd')
  if (end && lastDay(end) < today) return 'closed'
  if (start && firstDay(start) > today) return 'planned'
  return start && end ? 'running' : 'unknown'
}

function dateOf(period: object, name: string) {
  return partialDateOf(new Map(Object.entries(period)).get(name))
}
