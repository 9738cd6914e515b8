import {html} from '../page/markup.ts'
import type {MakePage} from '../page/page.ts'

/** What the site does for readers who see, hear or move otherwise. */
export const accessibilityPage: MakePage = async ({words: w}) => ({
  title: w.accessibility,
  address: {section: 'accessibility'},
  main: html`${w.accessibilityText.map((paragraph) => html`<p>${paragraph}</p>`)}`,
})
