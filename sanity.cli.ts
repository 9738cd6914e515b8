import {defineCliConfig} from 'sanity/cli'
import {lakeProxy} from './studio/lakeProxy.ts'
import {stayLocal} from './studio/stayLocal.ts'

const hostedProjectId = process.env['SANITY_STUDIO_PROJECT_ID']

// The drift test has the files written elsewhere.
const generated = process.env['GENERATED_FOLDER'] ?? 'schemas/generated'

export default defineCliConfig({
  api: {
    projectId: hostedProjectId || process.env['SANITY_PROJECT_ID'] || 'local',
    dataset: process.env['SANITY_STUDIO_DATASET'] || 'production',
  },
  deployment: {autoUpdates: false, appId: process.env['SANITY_STUDIO_APP_ID'] || undefined},
  schemaExtraction: {path: `${generated}/schema.json`, enforceRequiredFields: true},
  typegen: {
    path: './queries/**/*.ts',
    schema: `${generated}/schema.json`,
    generates: `${generated}/types.ts`,
    overloadClientMethods: false,
  },
  vite: (config) =>
    hostedProjectId
      ? config
      : {
          ...config,
          plugins: [...(config.plugins ?? []), stayLocal()],
          server: {...config.server, proxy: lakeProxy(process.env['LAKE_URL'])},
        },
})
