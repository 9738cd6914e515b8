import {languages} from '../../queries/index.ts'
import {words} from '../words/words.ts'

/** The Flemish model licence for free reuse. */
export const LICENCE = 'https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0'

const PUBLISHER = 'Flemish Department of Chancellery and Foreign Affairs'

const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type'
const LANGUAGE = 'http://publications.europa.eu/resource/authority/language'

const MEDIA_TYPE = 'https://www.iana.org/assignments/media-types'

type Key =
  | 'siteName'
  | 'siteDescription'
  | 'datasetTitle'
  | 'datasetDescription'
  | 'downloadCsv'
  | 'downloadJson'
  | 'downloadIati'

const inBoth = (key: Key) => languages.map((it) => ({'@language': it, '@value': words[it][key]}))

/** The languages of the data's words. */
const LANGUAGES = [{'@id': `${LANGUAGE}/NLD`}, {'@id': `${LANGUAGE}/ENG`}]

/**
 * The catalogue of the site's data by DCAT-AP and its Flemish profile, as JSON-LD, for data portals to
 * harvest.
 *
 * @param modified the moment the data last changed
 * @param email where questions about the data go; else to the site
 */
export function catalogue(origin: string, modified: string | undefined, email?: string | null): object {
  const publisher = {
    '@type': 'foaf:Agent',
    'foaf:name': {'@language': 'en', '@value': PUBLISHER},
  }
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth('siteName'),
    'dct:description': inBoth('siteDescription'),
    'dct:publisher': publisher,
    'dct:license': {'@id': LICENCE},
    'dct:language': LANGUAGES,
    ...(modified && {'dct:modified': moment(modified)}),
    'foaf:homepage': {'@id': `${origin}/nl`},
    'dcat:dataset': {
      '@id': `${origin}/catalog.jsonld#projects`,
      '@type': 'dcat:Dataset',
      'dct:identifier': `${origin}/catalog.jsonld#projects`,
      'dct:title': inBoth('datasetTitle'),
      'dct:description': inBoth('datasetDescription'),
      'dct:language': LANGUAGES,
      'dcat:keyword': languages.flatMap((it) =>
        words[it].datasetKeywords.map((word) => ({'@language': it, '@value': word})),
      ),
      'dcat:landingPage': {'@id': `${origin}/nl/open-data`},
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': PUBLISHER,
        'vcard:hasURL': {'@id': `${origin}/nl`},
        ...(email && {'vcard:hasEmail': {'@id': `mailto:${email}`}}),
      },
      'dct:publisher': publisher,
      'dct:accessRights': {'@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC'},
      'dcat:theme': {'@id': 'http://publications.europa.eu/resource/authority/data-theme/INTR'},
      ...(modified && {'dct:modified': moment(modified)}),
      'dcat:distribution': [
        distribution(`${origin}/data/projects.csv`, 'CSV', 'text/csv', inBoth('downloadCsv')),
        distribution(`${origin}/data/projects.json`, 'JSON', 'application/json', inBoth('downloadJson')),
        distribution(`${origin}/iati/activities.xml`, 'XML', 'application/xml', inBoth('downloadIati')),
      ],
    },
  }
}

const moment = (value: string) => ({'@type': 'xsd:dateTime', '@value': value})

function distribution(address: string, fileType: string, mediaType: string, title: object) {
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:accessURL': {'@id': address},
    'dcat:downloadURL': {'@id': address},
    'dct:format': {'@id': `${FILE_TYPE}/${fileType}`},
    'dcat:mediaType': {'@id': `${MEDIA_TYPE}/${mediaType}`},
    'dct:license': {'@id': LICENCE},
  }
}
