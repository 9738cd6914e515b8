import {createHash} from 'node:crypto'
import {createRequire} from 'node:module'

import {stegaClean} from '@sanity/client/stega'

import {drawWorld, MAP_SIZE, mapOf, type Atlas} from '../../schemas/values/world.ts'
import {html, type Markup} from '../page/markup.ts'

/** A country on the map: the larger its value, the larger its circle. */
export interface MapPoint {
  isoCode: string
  value: number
  label: string
  href: string
}

const world = drawWorld(createRequire(import.meta.url)('world-atlas/countries-110m.json') as Atlas)

const {width, height} = MAP_SIZE

/** The land alone, as a picture that browsers may keep. */
export const landPicture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#ccd5de" d="${world.land}"/></svg>`

/** Where the site serves `landPicture`. */
export const LAND_ADDRESS = `/assets/land.${createHash('sha256').update(landPicture).digest('base64url').slice(0, 10)}.svg`

/**
 * A map of the part of the world that the points are in, with a linked circle on each country; countries
 * that it does not know are left out.
 */
export function worldMap(label: string, points: readonly MapPoint[]): Markup {
  const {part, places} = mapOf(world, points)
  return html`<svg
    class="map"
    viewBox="${part.x} ${part.y} ${part.width} ${part.height}"
    width="${width}"
    height="${height}"
    role="group"
    aria-label="${label}"
  >
    <image href="${LAND_ADDRESS}" width="${width}" height="${height}" />
    ${places.map(({outline}) => html`<path class="country" d="${outline}" />`)}
    ${places.map(({href, label: marked, x, y, radius}) => {
      const text = stegaClean(marked)
      return html`<a href="${href}" aria-label="${text}"
        ><title>${text}</title><circle class="place" cx="${x}" cy="${y}" r="${radius}"
      /></a>`
    })}
  </svg>`
}
