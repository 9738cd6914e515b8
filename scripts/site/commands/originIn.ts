import {UsageError} from '../../command/errors.ts'

/**
 * `https://site.example` out of what a person wrote, which may end with a slash.
 *
 * @param option named when it is something else
 * @throws UsageError when it is no address, or one with more than that
 */
export function originIn(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new UsageError(`${option} takes an address such as https://site.example, not '${text}'.`)
  }
  return url.origin
}
