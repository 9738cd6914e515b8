// @ts-check
/**
 * Keeps the open page true to the content: the server says when the page has changed, the page fetches
 * itself again, and only what differs is put in its place, so that focus and scroll stay where they are.
 */

/** @type {EventSource | undefined} */
let stream
let version = ''

function listen() {
  if (stream) return
  const page = location.pathname + location.search
  stream = new EventSource(`/live?${new URLSearchParams({page, version})}`)
  stream.addEventListener('changed', (event) => {
    version = event.data
    void refresh()
  })
}

/** A hidden page needs no stream, and a browser has few connections to one host. */
function followVisibility() {
  if (document.visibilityState === 'visible') return listen()
  stream?.close()
  stream = undefined
}

async function refresh() {
  const response = await fetch(location.href, {headers: {accept: 'text/html'}})
  if (!response.ok) return
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  const [main, newMain] = [document.querySelector('main'), next.querySelector('main')]
  if (!main || !newMain) return
  document.title = next.title
  morph(main, newMain)
  announce()
}

/**
 * Makes an element equal to another by the fewest changes; what a person is typing in stays.
 *
 * @param {Element} from
 * @param {Element} to
 */
function morph(from, to) {
  if (from === document.activeElement && from.matches('input, select, textarea')) return
  for (const name of from.getAttributeNames()) {
    if (!to.hasAttribute(name) && !(name === 'open' && from.matches('details'))) from.removeAttribute(name)
  }
  for (const {name, value} of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value)
  }
  morphChildren(from, to)
}

/**
 * @param {Element} from
 * @param {Element} to
 */
function morphChildren(from, to) {
  let current = from.firstChild
  for (const wanted of to.childNodes) {
    const match = matching(current, wanted)
    if (!match) {
      from.insertBefore(document.importNode(wanted, true), current)
      continue
    }
    while (current && current !== match) current = removed(current)
    current = match.nextSibling
    if (match instanceof Element && wanted instanceof Element) morph(match, wanted)
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue
  }
  while (current) current = removed(current)
}

/**
 * The node, from `start` on, that `wanted` is a newer form of: by id where it has one, else the next
 * one when it is of the same kind.
 *
 * @param {ChildNode | null} start
 * @param {ChildNode} wanted
 */
function matching(start, wanted) {
  if (wanted instanceof Element && wanted.id) {
    for (let node = start; node; node = node.nextSibling) {
      if (node instanceof Element && node.id === wanted.id) return node
    }
    return null
  }
  if (start?.nodeName !== wanted.nodeName) return null
  return start instanceof Element && start.id ? null : start
}

/** @param {ChildNode} node */
function removed(node) {
  const next = node.nextSibling
  node.remove()
  return next
}

function announce() {
  const announcement = document.querySelector('#announcement')
  if (announcement instanceof HTMLElement) announcement.textContent = announcement.dataset.updated ?? ''
}

version = document.documentElement.dataset.version ?? ''
document.addEventListener('visibilitychange', followVisibility)
followVisibility()
