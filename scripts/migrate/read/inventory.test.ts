import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {takeInventory} from './inventory.ts'

test('a link in a folder is told, not followed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'inventory-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  await mkdir(join(folder, 'site', 'deep'), {recursive: true})
  await writeFile(join(folder, 'outside.txt'), 'words')
  await writeFile(join(folder, 'site', 'page.txt'), 'words')
  await symlink(join(folder, 'outside.txt'), join(folder, 'site', 'deep', 'link.txt'))
  await symlink(join(folder, 'nowhere'), join(folder, 'site', 'broken'))
  const {files, rejected} = await takeInventory([join(folder, 'site')])
  expect(files.map(({file}) => file)).toEqual(['site/page.txt'])
  expect(Object.fromEntries(rejected.map(({file, code}) => [file, code]))).toEqual({
    'site/broken': 'link',
    'site/deep/link.txt': 'link',
  })
})
