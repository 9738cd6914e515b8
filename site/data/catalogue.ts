import {words} from '../words/words.ts'

/** The Flemish model licence for free reuse. */
export const LICENCE = 'https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0'

const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type'
const LANGUAGE = 'http://publications.europa.eu/resource/authority/language'

const inBoth = (
  key: 'siteName' | 'siteDescription' | 'openDataLead' | 'downloadCsv' | 'downloadJson' | 'downloadIati',
) => [
  {'@language': 'nl', '@value': words.nl[key]},
  {'@language': 'en', '@value': words.en[key]},
]

/**
 * The catalogue of the site's data by DCAT-AP, as JSON-LD, for data portals to harvest.
 *
 * @param modified the day the data last changed
 */
export function catalogue(origin: string, modified: string | undefined): object {
  const publisher = {
    '@type': 'foaf:Agent',
    'foaf:name': {'@language': 'en', '@value': 'Flemish Department of Chancellery and Foreign Affairs'},
  }
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth('siteName'),
    'dct:description': inBoth('siteDescription'),
    'dct:publisher': publisher,
    'dct:license': {'@id': LICENCE},
    'dct:language': [{'@id': `${LANGUAGE}/NLD`}, {'@id': `${LANGUAGE}/ENG`}],
    'foaf:homepage': {'@id': `${origin}/nl`},
    'dcat:dataset': {
      '@id': `${origin}/data/projects`,
      '@type': 'dcat:Dataset',
      'dct:title': inBoth('siteName'),
      'dct:description': inBoth('openDataLead'),
      'dct:publisher': publisher,
      'dct:accessRights': {'@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC'},
      'dcat:theme': {'@id': 'http://publications.europa.eu/resource/authority/data-theme/INTR'},
      ...(modified && {'dct:modified': {'@type': 'xsd:dateTime', '@value': modified}}),
      'dcat:distribution': [
        distribution(`${origin}/data/projects.csv`, 'CSV', inBoth('downloadCsv')),
        distribution(`${origin}/data/projects.json`, 'JSON', inBoth('downloadJson')),
        distribution(`${origin}/iati/activities.xml`, 'XML', inBoth('downloadIati')),
      ],
    },
  }
}

function distribution(address: string, fileType: string, title: object) {
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:accessURL': {'@id': address},
    'dcat:downloadURL': {'@id': address},
    'dct:format': {'@id': `${FILE_TYPE}/${fileType}`},
    'dct:license': {'@id': LICENCE},
  }
}
