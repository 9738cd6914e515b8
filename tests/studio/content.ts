import type {IdentifiedSanityDocumentStub, SanityClient} from '@sanity/client'

const words = (nl: string, en: string) =>
  Object.entries({nl, en}).map(([language, value]) => ({
    _key: language,
    _type: 'internationalizedArrayStringValue',
    language,
    value,
  }))

const slug = (current: string) => ({_type: 'slug', current})

/** A few documents that refer to each other, as an editor finds them. */
const documents: IdentifiedSanityDocumentStub[] = [
  {
    _id: 'trustFund',
    _type: 'trustFund',
    title: words('Vlaams trustfonds bij de IAO', 'Flanders–ILO trust fund'),
    slug: slug('flanders-ilo-trust-fund'),
  },
  {
    _id: 'round-2018-2019',
    _type: 'trustFundRound',
    title: words('Ronde 2018-2019', 'Round 2018-2019'),
    slug: slug('round-2018-2019'),
    fund: {_type: 'reference', _ref: 'trustFund'},
  },
  {
    _id: 'place-mw',
    _type: 'place',
    name: words('Malawi', 'Malawi'),
    slug: slug('malawi'),
    kind: 'country',
    isoCode: 'MW',
  },
  {
    _id: 'project-tea-malawi',
    _type: 'project',
    title: words('Waardig werk in de theesector', 'Decent work in the tea sector'),
    slug: slug('decent-work-in-the-tea-sector'),
    channel: 'trustFund',
    round: {_type: 'reference', _ref: 'round-2018-2019'},
    amount: {_type: 'money', amount: 275_442, currency: 'EUR'},
    places: [{_key: 'mw', _type: 'placeShare', place: {_type: 'reference', _ref: 'place-mw'}}],
  },
]

/** Writes them as published documents. */
export async function seed(client: SanityClient): Promise<void> {
  await client.mutate(documents.map((document) => ({createOrReplace: document})))
}
