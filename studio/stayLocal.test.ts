import {expect, test} from 'vitest'
import {withoutForeignParts} from './stayLocal.ts'

const PAGE = `<html><head><style>
@font-face { font-family: Inter; src: url("https://fonts.example/Inter.woff2") format("woff2"); }
@font-face { font-family: Own; src: url("/static/own.woff2"); }
html { color: black }</style>
<script src="https://core.sanity-cdn.com/bridge.js" async type="module" data-sanity-core></script>
<script src="/static/sanity.js" type="module"></script></head></html>`

test('the page keeps only what is its own', () => {
  const page = withoutForeignParts(PAGE)
  expect(page).not.toContain('https://')
  expect(page).toContain('<script src="/static/sanity.js" type="module">')
  expect(page).toContain('/static/own.woff2')
  expect(page).toContain('html { color: black }')
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
})
