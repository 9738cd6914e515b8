import {dutch} from './labels/dutch.ts'
import {english} from './labels/english.ts'
import {startingLanguage} from './labels/startingLanguage.ts'
import {lakeTarget} from './lake.ts'

/** Where the page was loaded from; the command line reads this configuration without a page. */
const pageOrigin = (): string => globalThis.location?.origin ?? 'http://localhost:3333'

/** The sign-in button is drawn before the Studio has its translations. */
const signInTitle = (): string => ({en: english, nl: dutch})[startingLanguage()]['sign-in']

// Written out in full, since the build replaces exactly these words by their values.
const hostedProjectId = process.env.SANITY_STUDIO_PROJECT_ID
const dataset = process.env.SANITY_STUDIO_DATASET || 'production'

/** Whether the content is on the hosted service, which lacks what only the embedded lake has. */
export const isHosted = Boolean(hostedProjectId)

/** Project, dataset and connection of the Studio, as the environment of its build chose them. */
export const target = hostedProjectId
  ? {projectId: hostedProjectId, dataset}
  : lakeTarget(pageOrigin(), dataset, signInTitle())
