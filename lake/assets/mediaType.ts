import {mimes} from 'hono/utils/mime'

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/
const UNKNOWN = 'application/octet-stream'

/** Types that a browser shows without running anything of the file's own. Everything else downloads. */
const INLINE =
  /^(image\/(png|jpeg|gif|webp|avif|tiff|svg\+xml)|audio\/[a-z0-9.+-]+|video\/[a-z0-9.+-]+|text\/plain|application\/pdf)$/

/** The office and text formats of our material that the framework's table lacks. */
const MORE_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

/**
 * The media type a file is stored with: what the uploader says, unless that says nothing, then what
 * its extension means. Parameters such as `charset` are dropped.
 */
export function storedMediaType(declared: string | null, extension: string | undefined): string {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (MEDIA_TYPE.test(type) && type !== UNKNOWN) return type
  const byExtension = MORE_TYPES[extension ?? ''] ?? mimes[extension ?? '']
  return byExtension?.split(';')[0] ?? UNKNOWN
}

/** The extension for a file whose name has none. */
export function extensionForMediaType(type: string): string {
  const known = [...Object.entries(mimes), ...Object.entries(MORE_TYPES)]
  return known.find(([, value]) => value.split(';')[0] === type)?.[0] ?? 'bin'
}

/** Whether a stored type may be shown in the browser instead of downloaded. */
export const isShownInline = (type: string): boolean => INLINE.test(type)

/** Reads a stored type back from a document, where anybody with write access may have changed it. */
export const safeMediaType = (type: unknown): string =>
  typeof type === 'string' && MEDIA_TYPE.test(type) ? type : UNKNOWN
