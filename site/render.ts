import {createHash} from 'node:crypto'

import type {RecordingContext} from './page/context.ts'
import {layout} from './page/layout.ts'
import type {MakePage, Page} from './page/page.ts'
import type {CachedPage} from './pageCache.ts'
import {failedPage, notFoundPage} from './pages/trouble.ts'
import {assets} from './publicFiles.ts'

/**
 * Makes a page to go out: with the frame of the site, or the page that says what is wrong.
 *
 * @param onFailure told why a page could not be made
 */
export async function renderPage(
  make: MakePage,
  context: RecordingContext,
  onFailure: (error: unknown) => void,
): Promise<CachedPage> {
  const page = await pageOrTrouble(make, context, onFailure)
  const body = String(await layout({...page, main: await page.main}, context, assets)).trimStart()
  const version = versionOf(body)
  return {
    body: body.replace('data-version=""', `data-version="${version}"`),
    type: 'text/html; charset=utf-8',
    status: page.status ?? 200,
    version,
    tags: context.tags,
  }
}

async function pageOrTrouble(
  make: MakePage,
  context: RecordingContext,
  onFailure: (error: unknown) => void,
): Promise<Page> {
  try {
    return (await make(context)) ?? notFoundPage(context)
  } catch (error) {
    onFailure(error)
    return failedPage(context)
  }
}

/** A mark of a body that changes with it. */
function versionOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 16)
}
