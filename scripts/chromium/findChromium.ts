import {access, constants, readdir} from 'node:fs/promises'
import {homedir} from 'node:os'
import {delimiter, join} from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where Playwright keeps the browsers that it downloads, on each platform. */
const PLAYWRIGHT_CACHES = [
  '.cache/ms-playwright',
  'Library/Caches/ms-playwright',
  'AppData/Local/ms-playwright',
]

const PLAYWRIGHT_EXECUTABLES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
]

/**
 * The browser that the tests drive: CHROMIUM_PATH, else a Chromium or Chrome on the PATH or in its
 * usual place, else one that Playwright has downloaded.
 *
 * @returns its path, or undefined when there is none
 */
export async function findChromium(): Promise<string | undefined> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return given
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return firstExecutable([...onPath, ...APPLICATIONS, ...(await downloaded())])
}

async function downloaded(): Promise<string[]> {
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    ...PLAYWRIGHT_CACHES.map((path) => join(homedir(), path)),
  ]
  const candidates: string[] = []
  for (const cache of caches) {
    if (!cache) continue
    const folders = await readdir(cache).catch(() => [])
    for (const folder of folders
      .filter((name) => name.startsWith('chromium'))
      .toSorted()
      .toReversed()) {
      candidates.push(...PLAYWRIGHT_EXECUTABLES.map((path) => join(cache, folder, path)))
    }
  }
  return candidates
}

async function firstExecutable(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      await access(path, constants.X_OK)
      return path
    } catch {
      // Not there: the next one.
    }
  }
  return undefined
}
