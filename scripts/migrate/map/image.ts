import type {
  Candidate,
  JsonObject,
  Page,
  Picture,
  PictureFacts,
  PictureWords,
  Reading,
  Warning,
} from '../model.ts'
import type {PageLanguage} from '../parse/language.ts'
import type {MappedPage} from './mapPage.ts'
import {localised} from './shapes.ts'

/** The natural key of a picture, until it is uploaded. */
export const imageKey = ({sha1}: Pick<PictureFacts, 'sha1'>): string => `imageAsset|sha1:${sha1}`

const HAS_PHOTO = new Set<string>(['newsItem', 'project', 'page'])
const CREDIT = /(?:©|\(c\)|(?:foto|photo|beeld|credit|bron)\s*:)\s*.+$/i

/** The pictures of a page that are at hand: the media library gets all of them, with what the page says of each. */
export function picturesOf({images, source}: Page): NonNullable<Reading<Picture>['pictures']> {
  return images.flatMap((image) =>
    image.picture ? [{...image.picture, ...wordsOf(image), source: {...source, locator: image.locator}}] : [],
  )
}

/**
 * Gives the document of a page the first picture of it: the model has one for each. What a picture does not
 * say stays empty and is told.
 */
export function illustrated({candidates, kind}: MappedPage, page: Page): Candidate[] {
  const shown = page.images.find(({picture}) => picture)
  const target = candidates.find(({type, supporting}) => HAS_PHOTO.has(type) && !supporting)
  if (!shown?.picture || !target || !page.language || kind === 'round') return candidates
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
  return candidates.map((one) => (one === target ? withImage : one))
}

function imageOf(image: Page['images'][number], picture: Picture, language: PageLanguage): JsonObject {
  const {alt, credit, caption} = wordsOf(image)
  return {
    _type: 'imageWithCredit',
    asset: {_type: 'reference', _ref: imageKey(picture)},
    ...(alt ? {alt: localised('String', language, alt)} : {}),
    ...(credit ? {credit} : {}),
    ...(caption ? {caption: localised('String', language, caption)} : {}),
  }
}

/** The caption is the credit, as the old captions held it, or what stands after © or "Foto:" in it. */
function wordsOf({alt, caption = ''}: Page['images'][number]): PictureWords {
  const credit = CREDIT.exec(caption)?.[0] ?? caption
  const words = caption.slice(0, caption.length - credit.length).replace(/[\s.,;(–-]+$/, '')
  const described = alt.trim() || words
  return {
    ...(described ? {alt: described} : {}),
    ...(credit ? {credit: credit.replace(/^(?:foto|photo|beeld|credit|bron)\s*:\s*/i, '')} : {}),
    ...(words ? {caption: words} : {}),
  }
}
