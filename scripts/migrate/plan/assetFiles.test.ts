import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {CommandError} from '../../command/errors.ts'
import {sha256} from '../identity.ts'
import {keptAsset} from './assetFiles.ts'
import type {PlannedAsset} from './model.ts'

const picture: PlannedAsset = {
  key: 'imageAsset|sha1:0',
  sha1: '0',
  sha256: sha256('a picture'),
  bytes: 9,
  filename: 'zaal.png',
  source: {file: 'een.html'},
}

let planFile: string
let path: string

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plan-'))
  planFile = join(folder, 'plan.json')
  path = join(`${planFile}.assets`, picture.sha256)
  await mkdir(`${planFile}.assets`)
})

afterEach(() => rm(join(planFile, '..'), {recursive: true}))

test('a picture that lies beside its plan', async () => {
  await writeFile(path, 'a picture')
  expect((await keptAsset(planFile, picture)).toString()).toBe('a picture')
})

test.each([
  ['gone', undefined, () => `zaal.png of the plan is gone: there is no file ${path}.`],
  ['changed', 'another picture', () => `zaal.png was changed since the plan: ${path}.`],
])('one that is %s is named, with the file and the way out', async (_, content, message) => {
  if (content !== undefined) await writeFile(path, content)
  const failure: unknown = await keptAsset(planFile, picture).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(CommandError)
  expect(failure).toHaveProperty('message', expect.stringContaining(message()))
  expect(failure).toHaveProperty('message', expect.stringMatching(/no document was written.* Plan again\.$/))
})
