/**
 * When a project starts, as a value: what happened goes before what was planned. A value is
 * a year, a month or a day (`2018`, `2018-04`, `2018-04-23`), so values compare as text.
 */
export const projectStart =
  /* groq */ `coalesce(period.actualStart.value, period.plannedStart.value)` as const

/** When a project ended, else when it is planned to. */
export const projectEnd = /* groq */ `coalesce(period.actualEnd.value, period.plannedEnd.value)` as const

/**
 * The status of a project on `$today`, as `schemas/values/projectStatus.ts` decides it; a test holds
 * the two together. A year or month that `$today` falls inside of is not over.
 */
export const projectStatus = /* groq */ `select(
  statusOverride in ["cancelled", "suspended"] => statusOverride,
  ${projectEnd} < $today && !string::startsWith($today, ${projectEnd}) => "closed",
  ${projectStart} > $today => "planned",
  defined(${projectStart}) && defined(${projectEnd}) => "running",
  "unknown"
)` as const
