import {nlNLLocale} from '@sanity/locale-nl-nl'
import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {internationalizedArray} from 'sanity-plugin-internationalized-array'
import {structureTool} from 'sanity/structure'
import {showIn} from './schemas/labels/interfaceLanguage.ts'
import {schemaIn} from './schemas/labels/schemaIn.ts'
import {internationalizedFieldTypes, languages, schemaTypes} from './schemas/index.ts'
import {API_VERSION} from './studio/apiVersion.ts'
import {preferBrowserLanguage} from './studio/labels/browserLanguage.ts'
import {FollowLanguage} from './studio/labels/FollowLanguage.tsx'
import {deskLabels} from './studio/labels/index.ts'
import {startingLanguage} from './studio/labels/startingLanguage.ts'
import {keepSingleton, offeredTemplates} from './studio/singleton.ts'
import {structure} from './studio/structure/index.ts'
import {target} from './studio/target.ts'
import {templates} from './studio/templates.ts'

const language = startingLanguage()
showIn(language)

export default defineConfig({
  title: 'Flanders–ILO Content',
  ...target,
  plugins: [
    structureTool({structure}),
    visionTool({defaultApiVersion: API_VERSION}),
    internationalizedArray({
      languages: [...languages],
      fieldTypes: [...internationalizedFieldTypes],
      languageDisplay: 'titleOnly',
      // No defaultLanguages either: opening a document must never change it.
      restoreOrder: false,
    }),
    nlNLLocale(),
  ],
  schema: {types: schemaIn(schemaTypes, language), templates: (existing) => [...existing, ...templates]},
  document: {actions: keepSingleton, newDocumentOptions: offeredTemplates},
  studio: {components: {layout: FollowLanguage}},
  i18n: {bundles: deskLabels, locales: preferBrowserLanguage},
  scheduledPublishing: {enabled: false},
  announcements: {enabled: false},
  mediaLibrary: {enabled: false},
  apps: {canvas: {enabled: false}},
})
