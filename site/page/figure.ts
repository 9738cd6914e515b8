import {html, type Markup} from './markup.ts'

interface Picture {
  url: string | null
  width: number | null
  height: number | null
  alt: string | null
  caption: string | null
  credit: string | null
}

const WIDTHS = [480, 960, 1440]
const LARGEST = 960

/** A picture in the size that the screen needs, with its place kept while it loads. */
export function figure(picture: Picture | null): Markup {
  if (!picture?.url || !picture.width || !picture.height) return ''
  const {url, width, height, alt, caption, credit} = picture
  const shown = Math.min(width, LARGEST)
  const sources = WIDTHS.map((wide) => `${url}?w=${wide}&auto=format&fit=max ${wide}w`).join(', ')
  return html`<figure>
    <img
      src="${url}?w=${shown}&auto=format&fit=max"
      srcset="${sources}"
      sizes="(min-width: 60rem) 60rem, 100vw"
      width="${shown}"
      height="${Math.round((height * shown) / width)}"
      alt="${alt ?? ''}"
      loading="lazy"
      decoding="async"
    />
    ${(caption || credit) && html`<figcaption>${[caption, credit && `© ${credit}`].filter(Boolean).join(' ')}</figcaption>`}
  </figure>`
}
