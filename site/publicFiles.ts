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
  style: publish(
    'style.css',
    'text/css; charset=utf-8',
    STYLES.map((part) => read(`style/${part}.css`)).join('\n'),
  ),
  live: publish('live.js', 'text/javascript; charset=utf-8'),
  icon: publish('icon.svg', 'image/svg+xml'),
}

publicFiles.set(LAND_ADDRESS, {body: landPicture, type: 'image/svg+xml'})

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8')
}

function publish(name: string, type: string, body = read(name)): string {
  const mark = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const address = `/assets/${name.replace('.', `.${mark}.`)}`
  publicFiles.set(address, {body, type})
  return address
}
