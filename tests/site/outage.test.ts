/** The site while the lake is away, and when it comes back. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {startLake} from '../../lake/server.ts'
import {createFundClient} from '../../queries/index.ts'
import {startSite} from '../../site/server.ts'
import {round} from '../queries/documents.ts'

test('says that the content cannot be reached, and shows it again by itself when it can', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outage-'))
  let lake = await startLake({port: 0, dataDir: folder})
  const {port, token, url} = lake
  const write = () => createFundClient({url, token, perspective: 'raw'}).client
  await write().create(round('first'))
  const site = await startSite({port: 0, fund: createFundClient({url}), contentOrigin: url})
  const read = async () => {
    const response = await fetch(`${site.url}/en/rounds`)
    return {status: response.status, html: await response.text()}
  }
  try {
    expect(await read()).toMatchObject({status: 200, html: expect.stringContaining('first en')})

    await lake.close()
    await expect.poll(async () => (await read()).status).toBe(503)
    expect((await read()).html).toContain('The content cannot be reached for the moment')

    lake = await startLake({port, dataDir: folder, token})
    await write().create(round('second'))
    await expect.poll(async () => (await read()).html).toContain('second en')
    // And it follows the content again, not only reads it.
    await write().create(round('third'))
    await expect.poll(async () => (await read()).html).toContain('third en')
  } finally {
    await site.close()
    await lake.close()
    await rm(folder, {recursive: true, force: true})
  }
})
