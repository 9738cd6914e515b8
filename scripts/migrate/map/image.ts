import type {Candidate, JsonObject, Page, Picture, Warning} from '../model.ts'
import type {PageLanguage} from '../parse/language.ts'
import type {MappedPage} from './mapPage.ts'
import {localised} from './shapes.ts'

/** The natural key of a picture, until it is uploaded. */
export const imageKey = ({sha1}: Pick<Picture, 'sha1'>): string => `imageAsset|sha1:${sha1}`

const HAS_PHOTO = new Set<string>(['newsItem', 'project', 'page'])
const CREDIT = /(?:©|\(c\)|(?:foto|photo|beeld|credit|bron)\s*:)\s*.+$/i

/** What a page became, with the photo that went along. */
export interface Illustrated {
  candidates: Candidate[]
  /** The image of the page that a document shows; the model has one for each. */
  shown?: Page['images'][number]
}

/**
 * Gives the document of a page the first picture of it. The caption is the credit, as the old captions held
 * it, or what stands after © or "Foto:" in it. What a picture does not say stays empty and is told.
 */
export function illustrated({candidates, kind}: MappedPage, page: Page): Illustrated {
  const shown = page.images.find(({picture}) => picture)
  const target = candidates.find(({type, supporting}) => HAS_PHOTO.has(type) && !supporting)
  if (!shown?.picture || !target || !page.language || kind === 'round') return {candidates}
  const image = imageOf(shown, shown.picture, page.language)
  const source = {...page.source, locator: shown.locator}
  const warnings: Warning[] = (['alt', 'credit'] as const)
    .filter((name) => image[name] === undefined)
    .map((name) => ({
      code: `image-without-${name}`,
      message:
        name === 'alt'
          ? 'The page does not say what its photo shows: say it for readers who cannot see it.'
          : 'The page does not say whose its photo is: find out before it is published.',
      source,
    }))
  const withImage = {
    ...target,
    fields: {...target.fields, image},
    origins: {...target.origins, image: [source]},
    warnings: [...target.warnings, ...warnings],
  }
  return {candidates: candidates.map((one) => (one === target ? withImage : one)), shown}
}

function imageOf(
  {alt, caption = ''}: Page['images'][number],
  picture: Picture,
  language: PageLanguage,
): JsonObject {
  const credit = CREDIT.exec(caption)?.[0] ?? caption
  const words = caption.slice(0, caption.length - credit.length).replace(/[\s.,;(–-]+$/, '')
  const described = alt.trim() || words
  return {
    _type: 'imageWithCredit',
    asset: {_type: 'reference', _ref: imageKey(picture)},
    ...(described ? {alt: localised('String', language, described)} : {}),
    ...(credit ? {credit: credit.replace(/^(?:foto|photo|beeld|credit|bron)\s*:\s*/i, '')} : {}),
    ...(words ? {caption: localised('String', language, words)} : {}),
  }
}
