import {nameLink, titleLink} from './links.ts'
import {localised, localisedWithLanguage} from './localised.ts'
import {projectEnd, projectStart, projectStatus} from './projectPeriod.ts'

/** What a list of projects shows of each. */
export const projectCard = /* groq */ `
  _id,
  _type,
  ${localisedWithLanguage('title')},
  "slug": slug.current,
  ${localised('objective')},
  channel,
  amount{amount, currency},
  "start": ${projectStart},
  "end": ${projectEnd},
  "status": ${projectStatus},
  "round": round->{${titleLink}},
  "places": places[]{
    percentage,
    ...place->{${nameLink}, kind, isoCode, "country": select(kind == "subnational" => parent->{${nameLink}, kind, isoCode})}
  },
  "themes": themes[]->{${titleLink}}` as const
