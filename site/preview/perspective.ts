import type {ClientPerspective} from '@sanity/client'

/** What a preview shows, as the Studio writes it: `drafts`, `published`, or releases from the top, `rA1b2,drafts`. */
export type PreviewPerspective = string & {readonly kind: 'perspective'}

const RELEASES = /^[\w-]{1,64}(,[\w-]{1,64}){0,30}$/
/** `raw` shows what readers never see, and the other is an old name. */
const REFUSED = new Set(['raw', 'previewDrafts'])

export const DRAFTS = 'drafts' as PreviewPerspective

/** Reads a perspective from an address or a cookie; undefined when it is none that a preview may have. */
export function perspectiveOf(text: string | null | undefined): PreviewPerspective | undefined {
  if (!text || !RELEASES.test(text)) return undefined
  return text.split(',').some((part) => REFUSED.has(part)) ? undefined : (text as PreviewPerspective)
}

/** The same as the client takes it. */
export function clientPerspective(perspective: PreviewPerspective): ClientPerspective {
  const releases: string[] = perspective.split(',')
  const [first] = releases
  return releases.length === 1 && (first === 'drafts' || first === 'published') ? first : releases
}
