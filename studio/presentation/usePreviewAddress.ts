import type {SanityClient} from '@sanity/client'
import {urlSearchParamPreviewPathname, urlSearchParamPreviewSecret} from '@sanity/preview-url-secret'
import {urlSearchParamPreviewPerspective} from '@sanity/preview-url-secret/constants'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {useEffect, useState} from 'react'
import {useClient, usePerspective} from 'sanity'
import {ENABLE_PATH} from '../../site/addresses.ts'
import {API_VERSION} from '../apiVersion.ts'
import {siteUrl} from './siteUrl.ts'

interface PreviewAddress {
  address?: string
  error?: string
}

/** A little before it ends by itself. */
const MARGIN_MS = 5 * 60_000

let kept: Promise<{secret: string; expiresAt: Date}> | undefined

/** The address that opens a page of the site in a preview, in the perspective that the Studio shows. */
export function usePreviewAddress(path: string): PreviewAddress {
  const client = useClient({apiVersion: API_VERSION})
  const {perspectiveStack} = usePerspective()
  const perspective = perspectiveStack.join(',') || 'drafts'
  const [found, setFound] = useState<PreviewAddress & {of?: string}>({})
  const of = `${perspective} ${path}`
  useEffect(() => {
    let gone = false
    addressOf(client, path, perspective).then(
      (address) => !gone && setFound({of, address}),
      (error: unknown) =>
        !gone && setFound({of, error: error instanceof Error ? error.message : String(error)}),
    )
    return () => {
      gone = true
    }
  }, [client, path, perspective, of])
  return found.of === of ? found : {}
}

async function addressOf(client: SanityClient, path: string, perspective: string): Promise<string> {
  const [site, {secret}] = await Promise.all([siteUrl(), secretOf(client)])
  const url = new URL(ENABLE_PATH, site)
  url.searchParams.set(urlSearchParamPreviewSecret, secret)
  url.searchParams.set(urlSearchParamPreviewPerspective, perspective)
  url.searchParams.set(urlSearchParamPreviewPathname, path)
  return url.href
}

/** One secret serves all views, for as long as it lives. */
async function secretOf(client: SanityClient): Promise<{secret: string; expiresAt: Date}> {
  const known = await kept?.catch(() => undefined)
  if (known && known.expiresAt.getTime() > Date.now() + MARGIN_MS) return known
  kept = createPreviewSecret(client, 'public-page', location.href)
  return kept
}
