import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'local',
    dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'production',
  },
  // The Studio runs without a network: nothing is loaded from a content delivery network.
  deployment: {autoUpdates: false, appId: process.env['SANITY_STUDIO_APP_ID']},
  schemaExtraction: {path: 'schemas/generated/schema.json', enforceRequiredFields: true},
  typegen: {
    path: './queries/**/*.ts',
    schema: 'schemas/generated/schema.json',
    generates: 'schemas/generated/types.ts',
    overloadClientMethods: false,
  },
})
