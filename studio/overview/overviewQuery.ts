import type {PartialDate} from '../../schemas/values/partialDate.ts'

/** A word kept per language, as stored. */
type Words = unknown

export interface RoundFacts {
  _id: string
  title: Words
  contribution: unknown
  period: {start?: PartialDate; end?: PartialDate} | null
  carryOver: boolean | null
}

export interface PlaceFacts {
  _id: string
  name: Words
  isoCode: string | null
}

export interface ProjectFacts {
  _id: string
  title: Words
  alternativeTitles: string[] | null
  channel: string | null
  round: string | null
  amount: unknown
  period: unknown
  statusOverride: string | null
  /** `country` is what a place is a part of. */
  places: (PlaceFacts & {country: PlaceFacts | null})[]
  themes: {_id: string; title: Words}[]
  codes: string[] | null
}

/** What the overview is computed from. */
export interface FundFacts {
  rounds: RoundFacts[]
  projects: ProjectFacts[]
}

/** Rounds and projects with what they refer to; figures are computed from it in `figures.ts`. */
export const OVERVIEW_QUERY = /* groq */ `{
  "rounds": *[_type == "trustFundRound"] | order(coalesce(period.start.value, "") asc, _id asc) {
    _id, title, contribution, period, carryOver
  },
  "projects": *[_type == "project"] | order(coalesce(period.actualStart.value, period.plannedStart.value, "9999") asc, _id asc) {
    _id, title, alternativeTitles, channel, "round": round._ref, amount, period, statusOverride,
    "places": coalesce(places[].place->{_id, name, isoCode, "country": parent->{_id, name, isoCode}}, []),
    "themes": coalesce(themes[]->{_id, title}, []),
    "codes": externalIds[].value
  }
}`
