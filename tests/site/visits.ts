/** How wide the site is looked at, in CSS pixels. */
export const WIDTHS = {laptop: {width: 1280, height: 800}, phone: {width: 375, height: 740}}
/** One of each kind of page, in one language or the other. */
export const PAGES = [
  '/nl',
  '/en/agreements',
  '/nl/rondes',
  '/nl/projecten',
  '/en/projects?view=timeline',
  '/nl/projecten?view=map',
  '/en/news',
  '/nl/cijfers',
  '/nl/verdragen',
  '/nl/zoeken?q=thee',
  '/en/open-data',
  '/nl/overeenkomsten/cooperation-agreement-between-flanders-and-the-ilo-2016',
  '/nl/projecten/development-of-a-social-economy-policy-framework-in-south-africa',
  '/nl/bijlagen/annex-i-2016',
  '/en/rounds/round-2018-2019',
  '/nl/organisaties',
  '/en/organisations/international-labour-organization',
  '/nl/nieuws/2020-02-07-new-contribution-for-flemish-ilo-trust-fund',
  '/nl/over/about-the-cooperation',
  '/en/accessibility',
]
