/** What the built page may load and connect to: its own origin, and in a frame the site beside it. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: http://*.localhost:*",
  "frame-src 'self' http://localhost:*",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ')

const BRIDGE_SCRIPT = /<script\b[^>]*\bdata-sanity-core\b[^>]*><\/script>/
const REMOTE_FONTS = /@font-face\s*{[^}]*https:\/\/[^}]*}/g

/** Styles without fonts from elsewhere; the fonts of the machine stand in. */
export const withoutRemoteFonts = (styles: string): string => styles.replaceAll(REMOTE_FONTS, '')

/** The page of the Studio without what it loads from elsewhere, and with a policy that keeps it so. */
export function withoutForeignParts(html: string): string {
  return withoutRemoteFonts(html)
    .replace(BRIDGE_SCRIPT, '')
    .replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}"/>`)
}

/** The part of a bundler's output that this plugin touches. */
type Bundle = Record<string, {type: string; source?: string | Uint8Array}>

/**
 * Makes the built Studio stand on its own: no dashboard bridge, no fonts and no version checks from the
 * network. The bundler's other plugins have written the page by the time this one runs.
 */
export function stayLocal() {
  return {
    name: 'stay-local',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_: unknown, bundle: Bundle): void {
        const page = bundle['index.html']
        if (typeof page?.source !== 'string') throw new Error('The build made no index.html to keep local')
        page.source = withoutForeignParts(page.source)
        for (const [name, asset] of Object.entries(bundle)) {
          if (name.endsWith('.css') && asset.source)
            asset.source = withoutRemoteFonts(asset.source.toString())
        }
      },
    },
  } as const
}
