import type {Migration} from '@sanity/migrate'

import {renameBudget} from './renameBudget.ts'
import {splitPublications} from './splitPublications.ts'

/** The schema migrations that there are, by the name that `plan --schema` takes. */
export const schemaMigrations: Readonly<Record<string, Migration>> = {
  'rename-budget': renameBudget,
  'split-publications': splitPublications,
}
