import {webAddress} from '../addresses.ts'
import type {PageContext} from '../page/context.ts'
import {dateMarkup} from '../page/formatting.ts'
import {html, langOf, raw, type Markup} from '../page/markup.ts'
import {richText} from '../page/richText.ts'

interface Article {
  number: string | null
  anchor: string | null
  title: string | null
  text: unknown
}

/** What stands above the first article. */
export function preambleText(
  {preamble, preambleLanguage}: {preamble: unknown; preambleLanguage: string | null},
  {language}: PageContext,
): Markup | null {
  const text = richText(preamble, language)
  return text ? html`<div class="prose" ${langOf(preambleLanguage, language)}>${raw(text)}</div>` : null
}

/** The articles of a text, each with the anchor that links rely on. */
export function articleList(articles: readonly Article[] | null, {language}: PageContext): Markup {
  if (!articles || articles.length === 0) return ''
  return html`${articles.map(
    ({number, anchor, title, text}) =>
      html`<section class="article" ${anchor && html`id="${anchor}"`}>
        <h3>${[number, title].filter(Boolean).join(' – ')}</h3>
        ${raw(richText(text, language))}
      </section>`,
  )}`
}

interface DocumentFile {
  language: string | null
  title: string | null
  url: string | null
  size: number | null
  extension: string | null
}

/** Files to download, with language, kind and size. */
export function fileList(files: readonly DocumentFile[] | null): Markup {
  const known = files?.filter(({url}) => url) ?? []
  if (known.length === 0) return ''
  return html`<ul>
    ${known.map(
      ({url, title, language, extension, size}) =>
        html`<li>
          <a href="${url}" ${language && html`hreflang="${language}"`}>${title ?? extension}</a>
          (${[language, extension?.toUpperCase(), size && `${Math.ceil(size / 1024)} kB`].filter(Boolean).join(', ')})
        </li>`,
    )}
  </ul>`
}

interface Publication {
  _id: string
  title: string | null
  url: string | null
  publishedOn: {value: string | null} | null
  files: readonly DocumentFile[] | null
}

/** Publications with the day, the address elsewhere and the files. */
export function publicationList(publications: readonly Publication[], {language}: PageContext): Markup {
  if (publications.length === 0) return ''
  return html`<ul>
    ${publications.map(({title, url, publishedOn, files}) => {
      const href = webAddress(url)
      return html`<li>
        ${href ? html`<a href="${href}" rel="external">${title}</a>` : title}
        ${publishedOn && html`(${dateMarkup(publishedOn, language)})`} ${fileList(files)}
      </li>`
    })}
  </ul>`
}
