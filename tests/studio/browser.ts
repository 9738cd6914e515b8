import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {type Browser, type Page, chromium} from 'playwright-core'
import {ensureChromium} from '../../scripts/chromium/ensureChromium.ts'

const SCREENSHOTS = join(import.meta.dirname, 'screenshots')

/** Steps wait on conditions; this is only how long a broken one may take to say so. */
const PATIENCE_MS = 120_000

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
]

/** A browser without a network of its own beyond the lake. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await ensureChromium((line) => process.stderr.write(`${line}\n`))
  return chromium.launch({executablePath, args: ARGUMENTS})
}

/** Somebody at a browser of their own, and what went wrong there. */
export interface Person {
  page: Page
  /** Requests that left for anywhere but the lake. */
  foreignRequests: string[]
  /** Errors that the page threw or logged. */
  errors: string[]
  screenshot(name: string): Promise<void>
}

/**
 * Opens a fresh browser profile on the Studio at `origin`.
 *
 * @param site the origin of the site that the Studio previews, which it may reach too
 */
export async function openPerson(
  browser: Browser,
  origin: string,
  language = 'en-GB',
  site = origin,
): Promise<Person> {
  const context = await browser.newContext({
    locale: language,
    viewport: {width: 1600, height: 1000},
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const ports = new Set([origin, site].map((url) => new URL(url).port))
  const foreignRequests: string[] = []
  const errors: string[] = []
  // What the page's own policy stops is never asked for; what is asked for here would have left the machine,
  // had the browser found it. To catch requests instead would cost each page the browser's cache.
  context.on('request', (request) => {
    const {protocol, hostname, port} = new URL(request.url())
    if (!/^(https?|wss?):$/.test(protocol)) return
    if (!ports.has(port) || !/^(.+\.)?localhost$/.test(hostname)) foreignRequests.push(request.url())
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${decodeURIComponent(response.url())}`)
  })
  return {
    page,
    foreignRequests,
    errors,
    async screenshot(name) {
      mkdirSync(SCREENSHOTS, {recursive: true})
      await page.screenshot({path: join(SCREENSHOTS, `${name}.png`)})
    },
  }
}
