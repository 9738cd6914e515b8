import {describe, expect, test} from 'vitest'

import {mapPage} from '../map/mapPage.ts'
import {readBytes} from '../read/readBytes.ts'
import {extractDrupalJson, extractDrupalXml} from './drupal.ts'

const source = {file: 'export'}

const BODY = `<p>In Malawi werken de IAO en haar partners aan waardig werk in de theesector.</p>
<ul><li>Steun aan de arbeidsinspectie, zodat die de plantages bezoekt.</li></ul>`

const EXPECTED = {
  title: 'Waardig werk in de thee',
  language: 'nl',
  url: 'https://www.fdfa.be/nl/thee',
  blocks: [
    {kind: 'paragraph', locator: 'node 123 line 1'},
    {kind: 'listItem', locator: 'node 123 line 2'},
    {kind: 'paragraph', text: 'Bedrag: 275.442 euro'},
  ],
}

const EXPORTS: Record<string, unknown> = {
  'JSON:API': {
    jsonapi: {version: '1.1'},
    data: [
      {
        type: 'node--page',
        id: '7a2b',
        links: {self: {href: 'https://www.fdfa.be/jsonapi/node/page/7a2b'}},
        attributes: {
          drupal_internal__nid: 123,
          langcode: 'nl',
          title: 'Waardig werk in de thee',
          path: {alias: '/nl/thee', pid: 4, langcode: 'nl'},
          body: {value: BODY, format: 'basic_html', processed: BODY, summary: ''},
          field_bedrag: '275.442 euro',
        },
      },
    ],
  },
  'the REST format of Drupal 8 and later': [
    {
      nid: [{value: 123}],
      langcode: [{value: 'nl'}],
      title: [{value: 'Waardig werk in de thee'}],
      path: [{alias: 'https://www.fdfa.be/nl/thee', pid: 4}],
      body: [{value: BODY, format: 'basic_html', summary: ''}],
      field_bedrag: [{value: '275.442 euro'}],
      created: [{value: '2018-09-01T00:00:00+00:00'}],
    },
  ],
  'the objects of Drupal 7': {
    nid: '123',
    language: 'nl',
    title: 'Waardig werk in de thee',
    url: 'https://www.fdfa.be/nl/thee',
    body: {nl: [{value: BODY, summary: '', format: 'full_html'}]},
    field_bedrag: {und: [{value: '275.442 euro'}]},
  },
  'the rows of a view': {
    nodes: [
      {
        node: {
          Nid: '123',
          Taal: 'nl',
          Titel: 'Waardig werk in de thee',
          URL: 'https://www.fdfa.be/nl/thee',
          Body: BODY,
          Bedrag: '275.442 euro',
        },
      },
    ],
  },
}

describe('an export of the old website', () => {
  test.each(Object.entries(EXPORTS))('as %s is read page by page', (_, value) => {
    const pages = extractDrupalJson(JSON.stringify(value), source, 'hash')
    expect(pages).toMatchObject([EXPECTED])
    expect(pages[0]?.warnings).toEqual([])
  })

  test('as XML is read as the same in JSON', () => {
    const escaped = BODY.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<nodes><node><nid>123</nid><language>nl</language><title>Waardig werk in de thee</title>
<url>https://www.fdfa.be/nl/thee</url><body><und is_array="1"><n0><value>${escaped}</value></n0></und></body>
<field_bedrag>275.442 euro</field_bedrag></node></nodes>`
    expect(extractDrupalXml(xml, source, 'hash')).toMatchObject([EXPECTED])
  })

  test('two pages of one file become two documents, though neither has an address', () => {
    const text = 'De Vlaamse overheid en de IAO werken samen aan waardig werk in zuidelijk Afrika. '.repeat(4)
    const rows = ['1', '2'].map((nid) => ({nid, title: `Samenwerking ${nid}`, language: 'nl', body: text}))
    const pages = extractDrupalJson(JSON.stringify(rows), source, 'hash')
    expect(pages.map(({warnings}) => warnings.map(({code}) => code))).toEqual([
      ['address-missing'],
      ['address-missing'],
    ])
    const keys = pages.flatMap((page) => mapPage(page).candidates.map(({keys: [key]}) => key))
    expect(keys).toEqual(['url:drupal:1', 'url:drupal:2'])
  })

  test('a page without a title or without a number is told, not left out', () => {
    const body = 'De Vlaamse overheid en de IAO werken samen aan waardig werk in zuidelijk Afrika. '.repeat(4)
    const rows = [
      {nid: '1', title: 'Samenwerking', language: 'nl', body},
      {nid: '2', title: '', language: 'nl', body},
      {title: 'Zonder nummer', language: 'nl', body},
      {count: 3},
    ]
    const pages = extractDrupalJson(JSON.stringify(rows), source, 'hash')
    expect(pages.map((page) => mapPage(page).rejection)).toEqual([
      undefined,
      {file: source.file, locator: 'node 2 title', code: 'title-missing', reason: expect.any(String)},
      {
        file: source.file,
        locator: 'record 3 title',
        code: 'id-missing',
        reason: expect.stringContaining('nid'),
      },
    ])
  })

  test.each([
    ['{"nodes": [', 'cannot be read'],
    ['[{"title": "Without a number or a text"}]', 'nid'],
    ['<nodes><node><title>x</nodes>', 'not well formed'],
    [
      '<?xml version="1.0"?><!DOCTYPE nodes [<!ENTITY x SYSTEM "file:///etc/passwd">]><nodes/>',
      'document type',
    ],
  ])('%s is refused', async (text, reason) => {
    const file = {file: 'export', path: 'export', sha256: 'hash', bytes: text.length}
    await expect(readBytes(file, Buffer.from(text))).rejects.toThrow(reason)
  })
})
