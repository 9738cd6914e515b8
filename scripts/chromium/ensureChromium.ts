import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'

import {CommandError} from '../command/errors.ts'
import {projectRoot} from '../target/environment.ts'
import {findChromium} from './findChromium.ts'

/**
 * Sees to it that a browser is there for the tests: the one found, else Debian's package where root
 * or sudo without a password allows it, else Playwright's download.
 *
 * @param say told what is being installed
 * @returns the path of the browser
 * @throws CommandError saying what to install when every way fails
 */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
  const found = await findChromium()
  if (found) return found
  for (const attempt of [installFromDebian, downloadWithPlaywright]) {
    if (attempt(say)) {
      const installed = await findChromium()
      if (installed) return installed
    }
  }
  throw new CommandError(
    'The browser tests need Chromium, and it could not be installed. Install Chromium or Google Chrome ' +
      "(Debian, Ubuntu: 'sudo apt-get install chromium'; macOS: 'brew install --cask google-chrome'), " +
      'or set CHROMIUM_PATH to one, then run npm test again.',
  )
}

function installFromDebian(say: (line: string) => void): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && !succeeds(['sudo', '-n', 'true'])) return false
  say("No browser found: installing Debian's chromium …")
  const aptGet = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-y']
  // The package lists of a fresh machine may be absent or old; a failing update may still leave usable ones.
  succeeds([...aptGet, 'update'])
  return succeeds([...aptGet, 'install', '--no-install-recommends', 'chromium'])
}

function downloadWithPlaywright(say: (line: string) => void): boolean {
  say('No browser found: downloading one with Playwright …')
  const playwright = join(projectRoot, 'node_modules', 'playwright-core', 'cli.js')
  return succeeds([process.execPath, playwright, 'install', 'chromium'])
}

function succeeds([command, ...args]: string[]): boolean {
  if (command === undefined) return false
  return spawnSync(command, args, {stdio: ['ignore', 2, 2]}).status === 0
}
