import {localised} from './localised.ts'

/** What a link to a titled document needs: agreement, annex, round, project, theme, news item. */
export const titleLink = /* groq */ `_id, _type, ${localised('title')}, "slug": slug.current` as const

/** What a link to a named document needs: organisation, place. */
export const nameLink = /* groq */ `_id, _type, ${localised('name')}, "slug": slug.current` as const
