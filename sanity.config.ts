import {nlNLLocale} from '@sanity/locale-nl-nl'
import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {internationalizedArray} from 'sanity-plugin-internationalized-array'
import {structureTool} from 'sanity/structure'
import {showIn} from './schemas/labels/interfaceLanguage.ts'
import {schemaIn} from './schemas/labels/schemaIn.ts'
import {internationalizedFieldTypes, languages, schemaTypes} from './schemas/index.ts'
import {API_VERSION} from './studio/apiVersion.ts'
import {copyWithoutOwn} from './studio/copyAction.ts'
import {badges} from './studio/confidence/badges.ts'
import {explainRefusal} from './studio/confidence/publishAction.tsx'
import {FormInput} from './studio/inputs/FormInput.tsx'
import {preferBrowserLanguage} from './studio/labels/browserLanguage.ts'
import {FollowLanguage} from './studio/labels/FollowLanguage.tsx'
import {deskLabels, deskWord} from './studio/labels/index.ts'
import {ToolsAndLanguage} from './studio/labels/LanguageSwitch.tsx'
import {startingLanguage} from './studio/labels/startingLanguage.ts'
import {keepSingleton, offeredTemplates} from './studio/singleton.ts'
import {documentViews} from './studio/structure/documentViews.ts'
import {manageTool} from './studio/manage/index.ts'
import {mediaBrowser} from './studio/media/index.ts'
import {fundOverview} from './studio/overview/index.ts'
import {presentation} from './studio/presentation/index.ts'
import {structure} from './studio/structure/index.ts'
import {SettledDocument} from './studio/structure/SettledDocument.tsx'
import {target} from './studio/target.ts'
import {templates} from './studio/templates.ts'
import {withLibraryQueries} from './studio/vision/LibraryInVision.tsx'

const language = startingLanguage()
showIn(language)

export default defineConfig({
  title: 'Flanders–ILO Content',
  ...target,
  plugins: [
    structureTool({title: deskWord('desk.tool'), structure, defaultDocumentNode: documentViews}),
    ...presentation(),
    visionTool({defaultApiVersion: API_VERSION}),
    mediaBrowser(),
    internationalizedArray({
      languages: [...languages],
      fieldTypes: [...internationalizedFieldTypes],
      languageDisplay: 'titleOnly',
      // Its words are English in every language, and there are two languages to add.
      buttonAddAll: false,
      // No defaultLanguages either: opening a document must never change it.
      restoreOrder: false,
    }),
    nlNLLocale(),
  ],
  tools: (existing) => {
    const [desk, ...others] = existing.map((tool) =>
      tool.name === 'vision' ? withLibraryQueries(tool) : tool,
    )
    return desk ? [desk, fundOverview(), manageTool(), ...others] : existing
  },
  schema: {types: schemaIn(schemaTypes, language), templates: (existing) => [...existing, ...templates]},
  document: {
    actions: (actions, context) =>
      explainRefusal(copyWithoutOwn(keepSingleton(actions, context), context), context),
    badges,
    components: {unstable_layout: SettledDocument},
    newDocumentOptions: offeredTemplates,
  },
  form: {components: {input: FormInput}},
  studio: {components: {layout: FollowLanguage, toolMenu: ToolsAndLanguage}},
  i18n: {bundles: deskLabels, locales: preferBrowserLanguage},
  scheduledPublishing: {enabled: false},
  announcements: {enabled: false},
  mediaLibrary: {enabled: false},
  apps: {canvas: {enabled: false}},
})
