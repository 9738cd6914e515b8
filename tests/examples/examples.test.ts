/** The examples run as their first lines say, against a lake with the project's content. */
import {spawn} from 'node:child_process'
import {join} from 'node:path'

import {chromium, type Browser} from 'playwright-core'
import {renderToStaticMarkup} from 'react-dom/server'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'

import {serveExamples} from '../../examples/serve.ts'
import {findChromium} from '../../scripts/chromium/findChromium.ts'
import {projectRoot} from '../../scripts/target/environment.ts'
import {startRunning, type Running} from '../site/running.ts'

let running: Running
let browser: Browser
let examples: Awaited<ReturnType<typeof serveExamples>>

beforeAll(async () => {
  ;[running, examples] = await Promise.all([startRunning(), serveExamples(0)])
  browser = await chromium.launch({executablePath: await findChromium(), args: ['--no-sandbox']})
})

afterAll(async () => {
  await browser.close()
  examples.close()
  await running.close()
})

/** What a program prints. The lake runs in this process, so it must not wait for it idly. */
function outputOf(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {cwd: projectRoot})
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`exit ${code}`))))
  })
}

test('curl prints the rounds as JSON', async () => {
  const {result} = JSON.parse(await outputOf('sh', ['examples/curl.sh', running.lake.url]))
  expect(result).toContainEqual(expect.objectContaining({title: 'Round 2018-2019'}))
})

test('Node prints the latest projects', async () => {
  const output = await outputOf(process.execPath, [join('examples', 'node.ts'), running.lake.url])
  expect(output.split('\n')[0]).toMatch(/^\d+ projects of the trust fund/)
  expect(output.match(/^- /gm)).toHaveLength(3)
})

test('the page without a bundler shows the rounds, and a published change at once', async () => {
  const page = await browser.newPage()
  await page.goto(`${examples.url}/browser/?lake=${running.lake.url}`)
  await page.getByText('Round 2018-2019: EUR 900000').waitFor()
  await running.editor.client.patch('round-2018-2019').set({'contribution.amount': 900_001}).commit()
  await page.getByText('Round 2018-2019: EUR 900001').waitFor()
  expect(await page.locator('#trouble').textContent()).toBe('')
})

test('the React component shows the projects, in either language', async () => {
  const page = await browser.newPage()
  await page.goto(`${examples.url}/react/?lake=${running.lake.url}`)
  await page.getByText('(EUR 275442)').waitFor()
  await page.getByRole('button', {name: 'Nederlands'}).click()
  await page.getByText('theeplantages').waitFor()
  expect(await page.getByRole('listitem').count()).toBeGreaterThan(4)
})

/** What this does not prove: that Next builds it, which is not installed here. */
test("Next's page is made on the server with what is published", async () => {
  vi.stubEnv('NEXT_PUBLIC_LAKE_URL', running.lake.url)
  const {default: Page} = await import('../../examples/next/app/[language]/projects/page.tsx')
  vi.unstubAllEnvs()
  const html = renderToStaticMarkup(await Page({params: Promise.resolve({language: 'nl'})}))
  expect(html).toMatch(/^<main lang="nl"><h1>Projecten<\/h1><ul><li>/)
  expect(html).toContain('(EUR 275442)')
})
