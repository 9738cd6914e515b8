import {localised, localisedText, localisedTextWithLanguage} from './localised.ts'

/** Files of a document, each in a language of its own. */
export const files = /* groq */ `
  "files": files[defined(asset)]{_key, language, title, "url": asset->url, "size": asset->size, "extension": asset->extension}` as const

/** A picture with what a page needs to show it without a jump and to readers who do not see it. */
export const image = /* groq */ `
  "image": image{
    "url": asset->url,
    "width": asset->metadata.dimensions.width,
    "height": asset->metadata.dimensions.height,
    hotspot,
    ${localised('alt')},
    ${localised('caption')},
    credit
  }` as const

/** What stands above the first article of an agreement or annex. */
export const preamble = localisedTextWithLanguage('preamble')

/** The articles of an agreement or annex, with anchors to link to. */
export const articles = /* groq */ `
  "articles": articles[]{_key, number, anchor, ${localised('title')}, ${localisedText('text')}}` as const
