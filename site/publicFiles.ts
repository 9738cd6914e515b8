import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'

import {LAND_ADDRESS, landPicture} from './charts/worldMap.ts'
import type {Assets} from './page/layout.ts'

/** A file that browsers fetch beside the pages. */
export interface PublicFile {
  body: string
  type: string
}

const FOLDER = new URL('public/', import.meta.url)

/** The files of the site by address. Addresses change with the content, so browsers may keep them for ever. */
export const publicFiles = new Map<string, PublicFile>()

/** The parts of the style sheet, in the order in which later rules go before earlier ones. */
const STYLES = ['base', 'frame', 'text', 'figures', 'charts', 'lists', 'forms', 'screens']

export const assets: Assets = {
  style: publishFile(
    'style.css',
    'text/css; charset=utf-8',
    STYLES.map((part) => read(`style/${part}.css`)).join('\n'),
  ),
  live: publishFile('live.js', 'text/javascript; charset=utf-8'),
  icon: publishFile('icon.svg', 'image/svg+xml'),
}

publicFiles.set(LAND_ADDRESS, {body: landPicture, type: 'image/svg+xml'})

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8')
}

/** Makes a file of `public/`, or another, one that browsers may fetch; returns its address. */
export function publishFile(name: string, type: string, body = read(name)): string {
  const mark = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const address = `/assets/${name.replace('.', `.${mark}.`)}`
  publicFiles.set(address, {body, type})
  return address
}
