import type {PageContext} from '../page/context.ts'
import {html, type Markup} from '../page/markup.ts'
import type {PreviewPerspective} from './perspective.ts'
import {DISABLE_PATH, PERSPECTIVE_PATH} from './previewRoutes.ts'

/** What a preview adds to a page. */
export interface Preview {
  perspective: PreviewPerspective
  /** The Studio in which the content is edited. */
  studioUrl: string
  /** Addresses of the script that draws what can be edited, and of its styles. */
  overlays: {script: string; style: string}
}

/** Attributes of the document that tell the overlays what is shown. */
export function previewMarks(preview: Preview | undefined): Markup {
  return preview
    ? html`data-perspective="${preview.perspective}" data-perspective-path="${PERSPECTIVE_PATH}"`
    : ''
}

/** The overlays of visual editing. */
export function previewHead(preview: Preview | undefined): Markup {
  return preview
    ? html`<link rel="stylesheet" href="${preview.overlays.style}" />
        <script type="module" src="${preview.overlays.script}"></script>`
    : ''
}

/** Says that this is not what the public sees, with the way back; not within the Studio, which says so itself. */
export function previewBar({preview, words: w, url}: PageContext): Markup {
  if (!preview) return ''
  const leave = `${DISABLE_PATH}?${new URLSearchParams({page: url.pathname + url.search})}`
  return html`<p class="preview-bar">${textFor(preview, w)} <a href="${leave}">${w.leavePreview}</a></p>`
}

function textFor({perspective}: Preview, w: PageContext['words']): string {
  if (perspective === 'published') return w.previewPublished
  return perspective === 'drafts' ? w.previewDrafts : w.previewRelease
}
