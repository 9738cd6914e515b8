import {stegaClean} from '@sanity/client/stega'

import {languages, type Answer, type Language} from '../../queries/index.ts'
import {pathOf, type Section} from '../addresses.ts'
import type {PageContext} from './context.ts'
import {formAction} from './formAction.ts'
import {breakable} from './formatting.ts'
import {html, langOf, raw, type Markup} from './markup.ts'
import type {Page} from './page.ts'
import {documentLink} from './parts.ts'
import {breadcrumbJsonLd} from '../data/jsonLd.ts'
import {editable} from '../preview/editable.ts'
import {previewBar, previewHead, previewMarks} from '../preview/preview.ts'

const MENU: Section[] = ['agreement', 'trustFundRound', 'project', 'totals', 'newsItem', 'openData']

/** Names of the files of `public/` with a mark of their content, so that browsers may keep them. */
export interface Assets {
  style: string
  live: string
  icon: string
}

/** The whole document around a page. */
export async function layout(page: Page, context: PageContext, assets: Assets): Promise<Markup> {
  const {language, words: w, origin, preview} = context
  const settings = await settingsOf(context)
  const siteName = settings?.site?.title ?? w.siteName
  // What is not shown as text is no place for the marks that a preview puts into texts.
  const {pageTitle, description, jsonLd} = stegaClean({
    pageTitle: page.title,
    description: page.description,
    jsonLd: page.jsonLd,
  })
  const title = page.address.section ? `${pageTitle} – ${stegaClean(siteName)}` : stegaClean(siteName)
  const search = page.search ?? ''
  return html`<!doctype html>
    <html lang="${language}" data-version="" ${previewMarks(preview)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${description && html`<meta name="description" content="${description}" />`}
        ${(page.noIndex || preview) && html`<meta name="robots" content="noindex" />`}
        <link rel="stylesheet" href="${assets.style}" />
        <link rel="icon" href="${assets.icon}" type="image/svg+xml" />
        <link rel="canonical" href="${origin}${pathOf(page.address, language)}${search}" />
        ${languages.map(
          (other) =>
            html`<link
              rel="alternate"
              hreflang="${other}"
              href="${origin}${pathOf(page.address, other)}${search}"
            />`,
        )}
        <link
          rel="alternate"
          type="application/rss+xml"
          title="${w.feed}"
          href="${origin}/${language}/feed.xml"
        />
        ${openGraph(page, pageTitle, description, context)}
        ${jsonLd && jsonLdScript({url: origin + pathOf(page.address, language), ...jsonLd})}
        ${page.crumbs && jsonLdScript(breadcrumbJsonLd(page.crumbs, pageTitle, context))}
        ${previewHead(preview)}
        ${!page.status && !context.files && html`<script type="module" src="${assets.live}"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">${w.skip}</a>
        ${previewBar(context)} ${header(page, siteName, context)}
        <main id="main" tabindex="-1">
          ${page.crumbs && crumbs(page.crumbs, context)}
          ${page.address.section && html`<h1${langOf(page.titleLanguage, language)} ${titleField(page, context)}>${breakable(page.title)}</h1>`}
          ${page.main}
        </main>
        ${footer(settings, context)}
        <p id="announcement" class="visually-hidden" role="status" data-updated="${w.updated}"></p>
      </body>
    </html> `
}

function titleField({document}: Page, context: PageContext): Markup {
  return document ? editable(context, document, document._type === 'organisation' ? 'name' : 'title') : ''
}

function openGraph(
  {address}: Page,
  title: string,
  description: string | null | undefined,
  {language, origin, words: w}: PageContext,
): Markup {
  return html`<meta property="og:title" content="${title}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${w.siteName}" />
    <meta property="og:url" content="${origin}${pathOf(address, language)}" />
    <meta property="og:locale" content="${language === 'nl' ? 'nl_BE' : 'en_GB'}" />
    ${description && html`<meta property="og:description" content="${description}" />`}`
}

/** What is not known is left out. `<` cannot end the script early when it is written as an escape. */
function jsonLdScript(data: object): Markup {
  const known = JSON.stringify(
    {'@context': 'https://schema.org', ...data},
    (_, value: unknown) => value ?? undefined,
  )
  const text = known.replaceAll('<', String.raw`\u003c`)
  return html`<script type="application/ld+json">
    ${raw(text)}
  </script>`
}

function header(page: Page, siteName: string, context: PageContext): Markup {
  const {language, words: w} = context
  const other: Language = language === 'nl' ? 'en' : 'nl'
  return html`<header class="site-header">
    <div class="frame site-header-row">
      <a class="site-name" href="/${language}"
        ><span class="site-mark" aria-hidden="true"></span>${siteName}</a
      >
      ${siteSearch(context)}
    </div>
    <nav class="frame site-menu" aria-label="${w.menu}">
      <ul role="list">
        ${MENU.map(
          (section) =>
            html`<li>
              <a
                href="${pathOf({section}, language)}"
                ${page.address.section === section && html`aria-current="${page.address.slug ? 'true' : 'page'}"`}
                >${w[section]}</a
              >
            </li>`,
        )}
      </ul>
      <a
        class="language"
        href="${pathOf(page.address, other)}${page.search ?? ''}"
        lang="${other}"
        hreflang="${other}"
        >${w.otherLanguage}</a
      >
    </nav>
  </header>`
}

function siteSearch(context: PageContext): Markup {
  const {words: w} = context
  const action = formAction({section: 'search'}, context)
  if (!action) return ''
  return html`<form class="site-search" role="search" aria-label="${w.siteSearch}" action="${action}">
    <label class="visually-hidden" for="site-search">${w.search}</label>
    <input id="site-search" type="search" name="q" autocomplete="off" />
    <button>${w.search}</button>
  </form>`
}

function crumbs(items: {title: string; href: string}[], {language, words: w}: PageContext): Markup {
  return html`<nav class="crumbs" aria-label="${w.crumbs}">
    <ol>
      ${[{title: w.home, href: `/${language}`}, ...items].map(({title, href}) => html`<li><a href="${href}">${title}</a></li>`)}
    </ol>
  </nav>`
}

/** The frame stands also while the content cannot be reached. */
async function settingsOf(context: PageContext): Promise<Answer<'settings'> | undefined> {
  try {
    return await context.ask('settings', {language: context.language})
  } catch {
    return undefined
  }
}

function footer(settings: Answer<'settings'> | undefined, context: PageContext): Markup {
  const {language, words: w} = context
  const links: Section[] = ['organisation', 'conventions', 'openData', 'accessibility']
  const email = settings?.site?.contactEmail
  return html`<footer class="site-footer">
    <div class="frame">
      <p>${settings?.site?.description ?? w.siteDescription}</p>
      <ul>
        ${settings?.pages.map((page) => html`<li>${documentLink(page, context)}</li>`)}
        ${links.map((section) => html`<li><a href="${pathOf({section}, language)}">${w[section]}</a></li>`)}
        <li><a href="/${language}/feed.xml">RSS</a></li>
        ${email && html`<li><a href="mailto:${email}">${w.contact}</a></li>`}
      </ul>
    </div>
  </footer>`
}
