import {runCommand} from './command/runCommand.ts'
import {generate, generatedFolder} from './typegen/generate.ts'

await runCommand({
  help: `
npm run typegen
Regenerates schemas/generated/ from the schemas and queries: schema.json, the TypeScript types and the
strict zod schemas. Run it after every change of a type or a query, and commit what it writes.`,
  options: {},
  async main() {
    await generate(generatedFolder, (text) => process.stderr.write(text))
  },
})
