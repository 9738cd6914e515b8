import {useEffect, useState} from 'react'
import {isHosted} from '../target.ts'

// Written out in full, since the build replaces exactly these words by their value.
const chosen = process.env.SANITY_STUDIO_PREVIEW_URL

/** Whether there is a site to show: beside the embedded lake always, else where the build was told of one. */
export const hasSite = Boolean(chosen) || !isHosted

/** The address of the site; the server of the Studio knows where it has started the one beside it. */
export async function siteUrl(): Promise<string> {
  if (chosen) return new URL(chosen).origin
  const response = await fetch('/studio-settings.json')
  const settings: unknown = await response.json()
  const told =
    typeof settings === 'object' && settings && 'siteUrl' in settings ? settings.siteUrl : undefined
  return typeof told === 'string' && told !== '' ? told : nextPort()
}

function nextPort(): string {
  const url = new URL(location.origin)
  url.port = String(Number(url.port || 80) + 1)
  return url.origin
}

/** The same in a component; undefined until it is known. */
export function useSiteUrl(): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    void siteUrl().then(setUrl)
  }, [])
  return url
}
