import type {Migration} from '@sanity/migrate'

/** The schema migrations that there are, by the name that `plan --schema` takes; only the one asked for is loaded. */
export const schemaMigrations: Readonly<Record<string, () => Promise<Migration>>> = {
  'rename-budget': async () => (await import('./renameBudget.ts')).renameBudget,
  'split-publications': async () => (await import('./splitPublications.ts')).splitPublications,
}
