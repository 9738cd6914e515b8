import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {styled} from 'styled-components'
import countries110 from 'world-atlas/countries-110m.json'
import {shownWords} from '../../schemas/labels/shown.ts'
import {drawWorld, mapOf, type Atlas} from '../../schemas/values/world.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {euros} from './euros.ts'
import type {CountryShare} from './figures.ts'

const world = drawWorld(countries110 as unknown as Atlas)

const Picture = styled.svg`
  display: block;
  width: 100%;
  height: auto;
  .land {
    fill: var(--card-border-color);
  }
  .place {
    fill: color-mix(in srgb, var(--card-focus-ring-color) 70%, transparent);
    stroke: var(--card-bg-color);
    stroke-width: 1.5;
  }
  a:hover .place,
  a:focus-visible .place {
    fill: var(--card-focus-ring-color);
    stroke: var(--card-fg-color);
    stroke-width: 4;
  }
  a:focus-visible {
    outline: none;
  }
`

/** The countries with money on a map of their part of the world; each circle leads to its country. */
export function PlaceMap({countries}: {countries: readonly CountryShare[]}) {
  const {t} = useTranslation(DESK_LABELS)
  const points = countries.map((country) => ({...country, value: country.cents}))
  const {part, places} = mapOf(world, points)
  return (
    <Picture
      viewBox={`${part.x} ${part.y} ${part.width} ${part.height}`}
      role="group"
      aria-label={t('overview.map')}
    >
      <path className="land" d={world.land} />
      {places.map(({document, cents, x, y, radius}) => {
        const name = `${shownWords(document.words) ?? t('overview.untitled')}: ${cents > 0 ? euros(cents) : t('overview.unknown')}`
        return (
          <IntentLink
            key={document._id}
            intent="edit"
            params={{id: document._id, type: 'place'}}
            aria-label={name}
          >
            <title>{name}</title>
            <circle className="place" cx={x} cy={y} r={radius} />
          </IntentLink>
        )
      })}
    </Picture>
  )
}
