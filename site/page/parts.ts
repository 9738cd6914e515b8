import type {Answer} from '../../queries/index.ts'
import {documentPath, webAddress} from '../addresses.ts'
import {editable} from '../preview/editable.ts'
import {statusText} from '../labels.ts'
import type {PageContext} from './context.ts'
import {breakable, eurosText, moneyText, yearsText} from './formatting.ts'
import {html, langOf, type Markup} from './markup.ts'

interface Linked {
  _type: string
  slug?: string | null
  title?: string | null
  name?: string | null
}

/** The title or name of a document, linked when its type has a page. */
export function documentLink(document: Linked, {language, words}: PageContext): Markup {
  const text = breakable(document.title ?? document.name ?? words.unknown)
  const path = documentPath(document, language)
  return path ? html`<a href="${path}">${text}</a>` : html`${text}`
}

/** Links to documents, separated by commas. */
export function documentLinks(documents: readonly Linked[], context: PageContext): Markup[] {
  return documents.map((document, index) => html`${index > 0 ? ', ' : ''}${documentLink(document, context)}`)
}

/** A fact with its term, and the field that it is edited in. */
type Fact = [term: string, fact: unknown, field?: string]

/**
 * Facts with their terms, without those that are not known.
 *
 * @param about the document and context of facts that a preview lets edit
 */
export function factList(
  facts: Fact[],
  about?: {document: {_id: string; _type: string}; context: PageContext},
): Markup {
  const leadTo = (field: string | undefined) =>
    about && field ? editable(about.context, about.document, field) : ''
  const known = facts.filter(
    ([, fact]) => fact !== undefined && fact !== null && fact !== '' && fact !== false,
  )
  return html`<dl class="facts">
    ${known.map(
      ([term, fact, field]) =>
        html`<div ${leadTo(field)}>
          <dt>${term}</dt>
          <dd>${fact}</dd>
        </div>`,
    )}
  </dl>`
}

/** A section of a page with its heading; nothing when it would be empty. */
export function section(title: string, content: Markup | null | undefined | false, id?: string): Markup {
  if (!content) return ''
  return html`<section ${id && html`id="${id}"`}>
    <h2>${title}</h2>
    ${content}
  </section>`
}

type ProjectCard = Answer<'projects'>['items'][number]

/**
 * Projects as a list of cards.
 *
 * @param heading the level of their titles
 */
export function projectCards(
  projects: readonly ProjectCard[],
  context: PageContext,
  heading: 2 | 3 = 3,
): Markup {
  return html`<ul class="cards">
    ${projects.map((project) => html`<li id="card-${project._id}">${projectCard(project, context, heading)}</li>`)}
  </ul>`
}

function projectCard(project: ProjectCard, context: PageContext, heading: 2 | 3): Markup {
  const {language} = context
  const places = project.places?.map(({name}) => name).filter(Boolean) ?? []
  return html`<article class="card">
    <h${heading} class="card-title" ${langOf(project.titleLanguage, language)}>${documentLink(project, context)}</h${heading}>
    <p class="card-amount">${moneyText(project.amount, context)}</p>
    <p class="card-meta">
      ${[yearsText(project.start, project.end), ...places].filter(Boolean).join(' · ')}
      <span class="status status-${project.status ?? 'unknown'}">${statusText(project.status, context.words)}</span>
    </p>
  </article>`
}

/** The euros granted to some projects, and how many these are. */
export function grantedText(amount: number, projects: number, context: PageContext): Markup {
  const {words: w} = context
  return html`<b>${amount > 0 ? eurosText(amount, context) : w.amountUnknown}</b>
    <span class="of">${w.found(projects)}</span>`
}

/** Where the facts of a page come from. */
export function sourceList(
  sources: {url: string | null; title: string | null}[] | null | undefined,
  {words}: PageContext,
): Markup {
  const known = (sources ?? []).flatMap(({url, title}) => {
    const href = webAddress(url)
    return href ? [{href, title: title ?? new URL(href).hostname + shortened(new URL(href).pathname)}] : []
  })
  if (known.length === 0) return ''
  return html`<details class="sources">
    <summary>${words.sources} (${known.length})</summary>
    <ul>
      ${known.map(({href, title}) => html`<li><a href="${href}" rel="external">${title}</a></li>`)}
    </ul>
  </details>`
}

function shortened(path: string): string {
  const text = decodeSafely(path)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function decodeSafely(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** When the page's content last changed. */
export function changedNote(updatedAt: string, {language, words}: PageContext): Markup {
  const day = new Intl.DateTimeFormat(language === 'nl' ? 'nl-BE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Brussels',
  }).format(new Date(updatedAt))
  return html`<p class="changed">${words.lastChanged}: <time datetime="${updatedAt}">${day}</time></p>`
}
