/** The types of document that running text can link to: those with a page of their own. */
export const linkTargets = [
  'page',
  'newsItem',
  'project',
  'trustFundRound',
  'agreement',
  'annex',
  'organisation',
] as const
