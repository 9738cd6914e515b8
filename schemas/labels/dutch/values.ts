/** Words that lists and figures show beside the fields; from English to Dutch. */
export const valueWords: Readonly<Record<string, string>> = {
  Planned: 'Gepland',
  Running: 'Loopt',
  Closed: 'Afgelopen',
  'Status not known': 'Status niet bekend',
  'Art.': 'Art.',
  EUR: 'EUR',
  USD: 'USD',
  CHF: 'CHF',
  ZAR: 'ZAR',
  GBP: 'GBP',
}
