import {describe, expect, test} from 'vitest'

import {decodeText} from './charset.ts'
import {countryCode, countryNames, findCountries} from './country.ts'
import {languageOf} from './language.ts'
import {slugOf} from './slug.ts'
import {canonicalUrl, safeLink} from './webAddress.ts'

describe('countries', () => {
  test.each([
    ['Zuid-Afrika', 'ZA'],
    ['South Africa', 'ZA'],
    ['Swaziland', 'SZ'],
    ['Eswatini', 'SZ'],
    ['Malawi', 'MW'],
    ['mozambique', 'MZ'],
    ['India', 'IN'],
    ['België', 'BE'],
    ['Congo', undefined],
    ['Zuidelijk Afrika', undefined],
  ])('%s', (name, code) => {
    expect(countryCode(name)).toBe(code)
  })

  test('names are the usual ones', () => {
    expect(countryNames('MW')).toEqual({nl: 'Malawi', en: 'Malawi'})
    expect(countryNames('ZA')).toEqual({nl: 'Zuid-Afrika', en: 'South Africa'})
  })

  test.each([
    ['Waardig werk op theeplantages in het Thyolo District in Malawi', ['MW']],
    ['a natural stone industry in India and in South Africa', ['IN', 'ZA']],
    ['Decent work in Southern Africa', []],
    ['Indiana Malawian', []],
  ])('in the words: %s', (text, codes) => {
    expect(findCountries(text)).toEqual(codes)
  })
})

describe('addresses', () => {
  test.each([
    ['http://fdfa.be/en/x/', 'https://www.fdfa.be/en/x'],
    ['https://www.fdfa.eu/nl/x?q=1#project-2', 'https://www.fdfa.be/nl/x#project-2'],
    ['https://fdfa.be/nl/%e2%80%98vct%E2%80%99', 'https://www.fdfa.be/nl/%E2%80%98vct%E2%80%99'],
    ['https://fdfa.be/nl/‘vct’', 'https://www.fdfa.be/nl/%E2%80%98vct%E2%80%99'],
    ['https://www.ilo.org/a', 'https://www.ilo.org/a'],
    ['/nl/node/4711', undefined],
    ['not an address', undefined],
  ])('%s', (text, expected) => {
    expect(canonicalUrl(text)).toBe(expected)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
  ])('refuses the link %s', (href) => {
    expect(safeLink(href, 'https://www.fdfa.be/nl')).toBeUndefined()
  })

  test('keeps and resolves links that are safe', () => {
    expect(safeLink('/nl/iao', 'https://www.fdfa.be/nl/x')).toBe('https://www.fdfa.be/nl/iao')
    expect(safeLink('mailto:ilo@example.org')).toBe('mailto:ilo@example.org')
  })
})

test.each([
  [
    'Promoting decent work on tea estates in Thyolo District, Malawi',
    'promoting-decent-work-on-tea-estates-in-thyolo-district-malawi',
  ],
  ['Zorgeconomieën – fase 2', 'zorgeconomieen-fase-2'],
  ['‘Opschaling’ van VCT', 'opschaling-van-vct'],
  [
    'woord '.repeat(30),
    'woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord',
  ],
])('the slug of %s', (words, slug) => {
  expect(slugOf(words)).toBe(slug)
  expect(slug.length).toBeLessThanOrEqual(96)
})

test.each([
  [{declared: 'nl', text: ''}, 'nl'],
  [{declared: 'en-GB', text: ''}, 'en'],
  [{declared: 'fr', text: 'Het trustfonds bij de organisatie bestaat sinds lang'}, undefined],
  [{url: 'https://www.fdfa.be/nl/x', text: ''}, 'nl'],
  [{text: 'De regering keurde de bijdrage aan het trustfonds goed.'}, 'nl'],
  [{text: 'The government approved the contribution to the trust fund.'}, 'en'],
  [{text: 'kort'}, undefined],
])('the language of %j', (clues, language) => {
  expect(languageOf(clues)).toBe(language)
})

describe('characters', () => {
  test('utf-8, marked, declared and guessed', () => {
    expect(decodeText(new TextEncoder().encode('“é”'))).toEqual({text: '“é”', charset: 'utf-8'})
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({text: 'a', charset: 'utf-8'})
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xe9, 0)).text).toBe('é')
    const declared = new Uint8Array([...new TextEncoder().encode('<meta charset="iso-8859-1">'), 0xe9])
    expect(decodeText(declared)).toEqual({text: '<meta charset="iso-8859-1">é', charset: 'iso-8859-1'})
    expect(decodeText(Uint8Array.of(0x93, 0x61, 0x94))).toMatchObject({
      text: '“a”',
      doubt: {code: 'charset-guessed'},
    })
  })

  test('twice encoded text is told', () => {
    expect(decodeText(new TextEncoder().encode('EconomieÃ«n'))).toMatchObject({
      text: 'Economieën',
      doubt: {code: 'mojibake-repaired'},
    })
    expect(decodeText(new TextEncoder().encode('Economieën')).doubt).toBeUndefined()
  })

  test.each([
    ['coÃ¶peratie', 'coöperatie', 'mojibake-repaired'],
    ['Ã©Ã©n', 'één', 'mojibake-repaired'],
    ['â€œwaardig werkâ€\u009d', '“waardig werk”', 'mojibake-repaired'],
    ['â€™s morgens â€“ en Â© IAO', '’s morgens – en © IAO', 'mojibake-repaired'],
    ['â‚¬ 275.442', '€ 275.442', 'mojibake-repaired'],
    ['thrice ÃƒÂ©', 'thrice Ã©', 'mojibake'],
    ['PetrÅ¡ en cÅ“ur, min âˆ’2', 'Petrš en cœur, min −2', 'mojibake-repaired'],
    ['Dank ðŸ™‚, ï»¿begin, ofï¬\u0081ce', 'Dank 🙂, begin, ofﬁce', 'mojibake-repaired'],
    ['„Ångström”, CAFÉ” en “één café”…', '„Ångström”, CAFÉ” en “één café”…', undefined],
    ['São Tomé, Âge, crème brûlée', 'São Tomé, Âge, crème brûlée', undefined],
  ])('encoded twice: %s', (text, expected, code) => {
    const decoded = decodeText(new TextEncoder().encode(text))
    expect([decoded.text, decoded.doubt?.code]).toEqual([expected, code])
  })

  test('a file of two encodings is read line by line', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('één\n'), 0x65, 0xe9, 0x6e, 0x0a, 0x78])
    expect(decodeText(bytes)).toMatchObject({
      text: 'één\neén\nx',
      doubt: {code: 'charset-mixed', message: expect.stringContaining('line 2')},
    })
  })

  test('a word that ends in any other accent keeps the quotation mark, dash or dots behind it', () => {
    const accents = Array.from({length: 0x40}, (_, index) => String.fromCharCode(0xc0 + index))
    const words = accents
      .filter((letter) => !'ÂÃâ'.includes(letter))
      .flatMap((letter) =>
        ['”', '’ ', '’,', '…', '–', '—', '»', '”…', '»…', '”.'].map((sign) => `n${letter}${sign}`),
      )
    const text = words.join('\n')
    expect(decodeText(new TextEncoder().encode(text))).toEqual({text, charset: 'utf-8'})
  })

  test('what is encoded twice is repaired too where the rest is no UTF-8, and both are told', () => {
    const twice = new TextEncoder().encode('Ã©Ã©n\n')
    expect(decodeText(new Uint8Array([...twice, 0x65, 0xe9, 0x6e]))).toMatchObject({
      text: 'één\neén',
      doubt: {code: 'charset-mixed', message: expect.stringMatching(/line 2 [\s\S]*encoded twice/)},
    })
    // One line, in which a stray byte hides that the others are UTF-8.
    expect(decodeText(new Uint8Array([...new TextEncoder().encode('één '), 0x93]))).toMatchObject({
      text: 'één “',
      doubt: {code: 'charset-guessed', message: expect.stringContaining('encoded twice')},
    })
  })
})
