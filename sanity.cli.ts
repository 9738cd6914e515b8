import {defineCliConfig} from 'sanity/cli'
import {stayLocal} from './studio/stayLocal.ts'

const hostedProjectId = process.env['SANITY_STUDIO_PROJECT_ID']

export default defineCliConfig({
  api: {projectId: hostedProjectId ?? 'local', dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'production'},
  deployment: {autoUpdates: false, appId: process.env['SANITY_STUDIO_APP_ID']},
  schemaExtraction: {path: 'schemas/generated/schema.json', enforceRequiredFields: true},
  typegen: {
    path: './queries/**/*.ts',
    schema: 'schemas/generated/schema.json',
    generates: 'schemas/generated/types.ts',
    overloadClientMethods: false,
  },
  vite: (config) =>
    hostedProjectId ? config : {...config, plugins: [...(config.plugins ?? []), stayLocal()]},
})
