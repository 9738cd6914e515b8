import {createClient} from '@sanity/client'
import {createMockAuthStore, createWorkspaceFromConfig, usEnglishLocale} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {structureTool} from 'sanity/structure'
import {afterEach, expect, test, vi} from 'vitest'
import {API_VERSION} from '../apiVersion.ts'
import {dutch} from './dutch.ts'
import {english} from './english.ts'
import {preferBrowserLanguage} from './browserLanguage.ts'
import {DESK_LABELS, deskLabels} from './index.ts'
import {studioDutch} from './studioDutch.ts'
import {validationDutch, validationEnglish} from './validationWords.ts'

afterEach(() => vi.unstubAllGlobals())

test('every word exists in both languages', () => {
  expect(Object.keys(dutch)).toEqual(Object.keys(english))
})

test.each([
  [['en-GB', 'en'], 'en-US'],
  [['nl-BE', 'en-US'], 'nl-NL'],
  [['en-US', 'nl'], 'en-US'],
  [['fr-BE', 'en'], 'en-US'],
  [['fr-BE'], 'nl-NL'],
  [[], 'nl-NL'],
])('a browser that speaks %j starts in %s', (languages, expected) => {
  vi.stubGlobal('navigator', {languages})
  const locales = ['en-US', 'nl-NL'].map((id) => ({id, title: id}))
  expect(preferBrowserLanguage(locales).at(-1)?.id).toBe(expected)
  expect(preferBrowserLanguage(locales.toReversed()).at(-1)?.id).toBe(expected)
})

test('the Studio knows every word that is said in Dutch beside its own', () => {
  const own = usEnglishLocale.bundles?.find(({namespace}) => namespace === 'studio')?.resources
  expect(Object.keys(own ?? {})).toEqual(expect.arrayContaining(Object.keys(studioDutch)))
})

/** The English words of the Studio and of the tools that we say in Dutch, by namespace. */
async function englishWords(namespaces: string[]): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const project = {projectId: 'local', dataset: 'production'}
  const client = createClient({...project, apiVersion: API_VERSION, useCdn: false})
  const {i18n, __internal} = await createWorkspaceFromConfig({
    ...project,
    name: 'default',
    schema: {types: []},
    plugins: [structureTool(), presentationTool({previewUrl: 'http://localhost:3334'})],
    auth: createMockAuthStore({client, currentUser: null}),
  })
  await i18n.loadNamespaces(namespaces)
  return new Map(
    namespaces.map((namespace) => [namespace, __internal.i18next.getResourceBundle('en-US', namespace)]),
  )
}

/** What a text is filled with, such as `{{count}}`, and the parts that are set otherwise, such as `<strong>`. */
const filledWith = (text: unknown): string[] =>
  [
    ...new Set(
      String(text)
        .matchAll(/\{\{\s*(\w+)|<(\w+)/g)
        .map(([, value, part]) => value ?? `<${part}>`),
    ),
  ].toSorted()

test('of each tool it knows the words too, and fills them with the same', async () => {
  const dutchOnes = deskLabels.filter(
    ({locale, namespace}) => locale === 'nl-NL' && namespace !== DESK_LABELS,
  )
  const english = await englishWords(dutchOnes.map(({namespace}) => namespace))
  expect([...english.keys()]).toEqual(expect.arrayContaining(['releases', 'singleDocRelease', 'structure']))
  for (const {namespace, resources} of dutchOnes) {
    const own = english.get(namespace) ?? {}
    for (const [key, text] of Object.entries(resources)) {
      expect([namespace, key, own[key] === undefined ? 'unknown' : filledWith(text)]).toEqual([
        namespace,
        key,
        filledWith(own[key]),
      ])
    }
  }
})

test('Sanity knows every message of validation that is said in our own words', () => {
  const own = usEnglishLocale.bundles?.find(({namespace}) => namespace === 'validation')?.resources
  expect(Object.keys(own ?? {})).toEqual(expect.arrayContaining(Object.keys(validationEnglish)))
  for (const message of [...Object.values(validationEnglish), ...Object.values(validationDutch)]) {
    expect(message).toMatch(/\. .+\.$/)
  }
})
