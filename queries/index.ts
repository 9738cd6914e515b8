import {agreementsQuery} from './agreements.ts'
import {projectQuery, projectsQuery} from './projects.ts'
import {roundsQuery} from './rounds.ts'

export {agreementsQuery, projectQuery, projectsQuery, roundsQuery}

/** Every question of the library by the name that `npm run query` knows it under. */
export const queries = {
  agreements: agreementsQuery,
  project: projectQuery,
  projects: projectsQuery,
  rounds: roundsQuery,
} as const

export type QueryName = keyof typeof queries
