import {canonicalJson} from '../identity.ts'
import type {Block, Candidate, JsonObject, Origins, Page, SourcePlace, Warning} from '../model.ts'
import {inLanguage, placeOfBlocks} from '../origins.ts'
import type {Label} from '../parse/label.ts'
import {readDurationMonths} from '../parse/duration.ts'
import {readDate} from '../parse/date.ts'
import {findCountries} from '../parse/country.ts'
import type {PageLanguage} from '../parse/language.ts'
import {readMoney} from '../parse/money.ts'
import {readPeriod} from '../parse/period.ts'
import {slugOf} from '../parse/slug.ts'
import {periodOfGrant} from './grantPeriod.ts'
import {organisationCandidate, organisationKey} from './organisations.ts'
import {addressesOf} from './pageKey.ts'
import {placeCandidate, placeKey} from './places.ts'
import {portableText} from './portableText.ts'
import {labelOf, type LabelledBlock, type ProjectSection} from './sections.ts'
import {item, localised, money, partialDate, referenceTo, sourcesOf} from './shapes.ts'
import {cleanTitle} from './title.ts'
import {mentionsTrustFund} from './trustFund.ts'

interface ProjectContext {
  page: Page
  language: PageLanguage
  /** `URL` on a grant page, `URL#project-n` on a round page. */
  key: string
  url?: string
  /** The title by which the page itself calls the project; absent on a round page. */
  pageTitle?: string
  /** What the page tells of the channel. */
  fund?: {roundKey?: string}
  rank: number
}

/** A project and the documents it refers to, from the label lines and text of one section of a page. */
export function projectCandidates(section: ProjectSection, context: ProjectContext): Candidate[] {
  const {page, language} = context
  const at = (block: Block) => ({...page.source, locator: block.locator})
  const warnings: Warning[] = section.labels
    .filter((line) => line.glued)
    .map(({block}) =>
      warn('label-glued', `The colon after the label is lost: "${block.text.slice(0, 60)}".`, at(block)),
    )
  const described = section.text.filter((block) => !isFurniture(block))
  const titles = titlesOf(section, context, warnings)
  const amount = amountOf(labelOf(section, 'amount'), page, warnings)
  const durationLine = labelOf(section, 'duration')
  const stated = periodOf(durationLine, page, warnings)
  const period = context.pageTitle === undefined ? stated : periodOfGrant(stated, page, warnings)
  const parties = section.labels
    .filter((line) => line.label === 'beneficiary' || line.label === 'partner')
    .flatMap((line) =>
      organisationNames(line.value).map((name) => ({name, role: line.label, source: at(line.block)})),
    )
  const participants = [...parties, ...amount.funders.map((funder) => ({...funder, role: 'funding'}))]
  const countries = findCountries(
    [titles.title, titles.alternative ?? '', context.pageTitle ?? ''].join('. '),
  )
  const throughFund =
    context.fund !== undefined || section.labels.some((line) => mentionsTrustFund(line.value))
  const bilateral = !throughFund && amount.funders.length > 0
  const source = at(section.labels[0]?.block ?? {kind: 'paragraph', text: '', locator: page.titleLocator})
  if (bilateral) {
    warnings.push(
      warn(
        'channel-inferred',
        'Another department pays a part, so the channel is taken as a grant beside the fund.',
        source,
      ),
    )
  } else if (!throughFund) {
    warnings.push(
      warn(
        'channel-unknown',
        'The page does not say whether the trust fund pays: choose the channel.',
        source,
      ),
    )
  }
  if (countries.length === 0)
    warnings.push(warn('place-unknown', 'The title names no country: add the places by hand.', source))

  const project: Candidate = {
    type: 'project',
    keys: [`url:${context.key}`],
    fields: {
      title: localised('String', language, titles.title),
      ...(titles.alternative ? {alternativeTitles: [titles.alternative]} : {}),
      ...(described.length > 0
        ? {
            description: localised(
              'BlockContent',
              language,
              portableText(described, page.url, `description.${language}`),
            ),
          }
        : {}),
      ...(throughFund ? {channel: 'trustFund'} : {}),
      ...(amount.value ? {amount: amount.value} : {}),
      ...(period ? {period} : {}),
      ...(context.fund?.roundKey ? {round: referenceTo('trustFundRound', context.fund.roundKey)} : {}),
      ...(countries.length > 0
        ? {
            places: countries.map((code) =>
              item('places', {_type: 'placeShare', place: referenceTo('place', placeKey(code))}),
            ),
          }
        : {}),
      ...(participants.length > 0 ? {participations: unique(participants.map(participation))} : {}),
      ...sourcesOf(page),
    },
    origins: {
      ...projectOrigins(section, context, titles.fromLine, described),
      ...(period === stated
        ? {}
        : {
            period: [
              {...page.source, locator: page.titleLocator},
              ...(stated && durationLine ? [at(durationLine.block)] : []),
            ],
          }),
    },
    defaults: {
      channel: bilateral ? 'bilateral' : 'unknown',
      slug: {_type: 'slug', current: slugOf(titles.title)},
    },
    supporting: false,
    rank: context.rank,
    urls: context.url === context.key ? addressesOf(page) : context.url ? [context.key] : [],
    source,
    sha256: page.sha256,
    warnings,
  }
  return [
    project,
    ...countries.flatMap((code) => placeCandidate(code, source, page.sha256)),
    ...participants.map(({name, source: place}) => organisationCandidate(name, language, place, page.sha256)),
  ]
}

/** Where the values of a project stand; what its title says besides stands with the title. */
function projectOrigins(
  section: ProjectSection,
  {page, language}: ProjectContext,
  titleFromLine: boolean,
  described: readonly Block[],
): Origins {
  const lines = (...labels: Label[]): SourcePlace[] =>
    section.labels
      .filter(({label}) => labels.includes(label))
      .map(({block}) => ({...page.source, locator: block.locator}))
  const labelled = page.blocks.findIndex(({locator}) => locator === section.labels[0]?.block.locator)
  const isAbove = (block: Block): boolean => page.blocks.slice(0, labelled).includes(block)
  const onPage = [{...page.source, locator: page.titleLocator}]
  const projectLine = lines('project')
  const title = titleFromLine ? projectLine : onPage
  return {
    [inLanguage('title', language)]: title,
    alternativeTitles: titleFromLine ? onPage : projectLine,
    [inLanguage('description', language)]: [
      ...placeOfBlocks(page.source, described.filter(isAbove)),
      ...placeOfBlocks(
        page.source,
        described.filter((block) => !isAbove(block)),
      ),
    ],
    amount: lines('amount'),
    period: lines('duration'),
    participations: lines('beneficiary', 'partner', 'amount'),
    places: [...new Map([...projectLine, ...onPage].map((place) => [place.locator, place])).values()],
    sources: onPage,
  }
}

/** Closing lines that lead elsewhere and say nothing about the project. */
export function isFurniture({text}: Block): boolean {
  return /^(?:meer (?:over|info|informatie)|more info(?:rmation)?|read more|bekijk de film|watch the|foto:|photo:)/i.test(
    text,
  )
}

function warn(code: string, message: string, source: Warning['source']): Warning {
  return {code, message, source}
}

function titlesOf(section: ProjectSection, {page, pageTitle}: ProjectContext, warnings: Warning[]) {
  const line = labelOf(section, 'project')
  const stated = line && cleanTitle(line.value)
  if (!stated || !pageTitle) return {title: stated ?? pageTitle ?? page.title, fromLine: Boolean(stated)}
  const quoted = /[‘“]/.test(page.title)
  const [title, alternative] = quoted ? [pageTitle, stated] : [stated, pageTitle]
  if (title === alternative) return {title, fromLine: !quoted}
  if (quoted) {
    warnings.push(
      warn(
        'titles-differ',
        `The page is titled "${title}", its project line says "${alternative}"; the first is taken, the second kept as other title.`,
        {
          ...page.source,
          locator: line.block.locator,
        },
      ),
    )
    return {title, alternative, fromLine: false}
  }
  return {title, fromLine: true}
}

function amountOf(line: LabelledBlock | undefined, page: Page, warnings: Warning[]) {
  if (!line) return {funders: []}
  const source = {...page.source, locator: line.block.locator}
  const [first, ...parts] = readMoney(line.value)
  if (!first) {
    warnings.push(warn('amount-unreadable', `"${line.value}" holds no amount with a currency.`, source))
    return {funders: []}
  }
  if (first.otherCents !== undefined) {
    warnings.push(
      warn(
        'amount-ambiguous',
        `"${first.text}" can be ${first.cents / 100} or ${first.otherCents / 100}; the first is taken.`,
        source,
      ),
    )
  }
  const funders = parts.flatMap((part) => {
    const payer = /^\s*(?:from|van|by|door)\s+(?:the |het |de )?(?<name>[^),;]+)/i.exec(
      line.value.slice(part.end),
    )?.groups?.['name']
    warnings.push(
      warn(
        'amount-share',
        `"${part.text}" is a part of the amount${payer ? `, paid by ${payer.trim()}` : ''}; who pays the other ${first.cents / 100 - part.cents / 100} is not said, so no grants are made.`,
        source,
      ),
    )
    return payer ? [{name: payer.trim(), source}] : []
  })
  return {value: money(first), funders}
}

function periodOf(line: LabelledBlock | undefined, page: Page, warnings: Warning[]): JsonObject | undefined {
  if (!line) return undefined
  const durationMonths = readDurationMonths(line.value)
  if (durationMonths !== undefined) return {_type: 'projectPeriod', durationMonths}
  const source = {...page.source, locator: line.block.locator}
  const period = readPeriod(line.value)
  const start = period?.start ?? readDate(line.value)
  if (!start) {
    warnings.push(
      warn('duration-unreadable', `"${line.value}" is neither a period nor a number of months.`, source),
    )
    return undefined
  }
  for (const date of [start, period?.end]) {
    if (date?.other) {
      warnings.push(
        warn(
          'date-ambiguous',
          `"${line.value}": ${date.value} could also be ${date.other}; the day is read first.`,
          source,
        ),
      )
    }
  }
  return {
    _type: 'projectPeriod',
    plannedStart: partialDate(start),
    ...(period ? {plannedEnd: partialDate(period.end)} : {}),
  }
}

/** The names on a partner line, without what stands in brackets. */
function organisationNames(value: string): string[] {
  return value
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s*[;,]\s*|\s+(?:en|and|&)\s+(?=[A-Z])/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '')
}

function participation({name, role}: {name: string; role: string}): JsonObject {
  return item('participations', {
    _type: 'participation',
    organisation: referenceTo('organisation', organisationKey(name)),
    role,
  })
}

function unique(items: JsonObject[]): JsonObject[] {
  return [...new Map(items.map((one) => [canonicalJson(one), one])).values()]
}
