/** What is committed in `schemas/generated/` is what the schemas and queries give. */
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {generate, generatedFiles, generatedFolder} from '../../scripts/typegen/generate.ts'

let fresh: string

beforeAll(async () => {
  fresh = await mkdtemp(join(tmpdir(), 'typegen-'))
  await generate(fresh, () => {})
})

afterAll(() => rm(fresh, {recursive: true}))

test.each(generatedFiles)('%s has not drifted: run npm run typegen after changing a type or query', async (file) => {
  const [committed, expected] = await Promise.all(
    [generatedFolder, fresh].map(async (folder) =>
      withoutSchemaPath(await readFile(join(folder, file), 'utf8')),
    ),
  )
  expect(committed).toBe(expected)
})

/** TypeGen notes where the schema lay. */
function withoutSchemaPath(source: string): string {
  return source.replace(/^\/\/ Source: .*schema\.json$/m, '')
}
