/**
 * Runs in the browser, in a preview only: draws what can be edited over the page, and keeps the page in
 * step with the Studio that frames it.
 */
import type {ClientPerspective} from '@sanity/client'
import {enableVisualEditing, type HistoryAdapterNavigate} from '@sanity/visual-editing'

/** The Studio's view of a page beside the form has the form already. */
const VIEW_BESIDE_FORM = 'public-page'

const {perspective: shown = '', perspectivePath = ''} = document.documentElement.dataset

if (window.name !== VIEW_BESIDE_FORM) {
  enableVisualEditing({
    history: {
      subscribe: (navigate) => tellAddress(navigate),
      update: ({type, url}) => goTo(type, url),
    },
    // The page follows the content by itself, all of it; a change of the open document needs no more.
    refresh: ({source}) => (source === 'manual' ? reload() : Promise.resolve()),
    onPerspectiveChange: (perspective) => void show(perspective),
  })
}
if (window.self === window.top) document.documentElement.dataset['alone'] = ''

function tellAddress(navigate: HistoryAdapterNavigate): () => void {
  navigate({type: 'push', title: document.title, url: location.pathname + location.search + location.hash})
  return () => {}
}

function goTo(type: string, url: string): void {
  if (type === 'pop') history.back()
  else if (type === 'replace') location.replace(url)
  else location.assign(url)
}

async function reload(): Promise<void> {
  location.reload()
}

/** The session keeps what is looked at, so that the next page shows the same. */
async function show(perspective: ClientPerspective): Promise<void> {
  if (String(perspective) === shown) return
  const response = await fetch(perspectivePath, {
    method: 'PUT',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({perspective: String(perspective)}),
  })
  if (response.ok) location.reload()
}
