import type {Block, Candidate, JsonObject, Page, SourcePlace} from '../model.ts'
import {readArticleHeading, type ArticleHeading} from '../parse/articleHeading.ts'
import {MONTH_PATTERN, readDate} from '../parse/date.ts'
import {inLanguage, placeOfBlocks} from '../origins.ts'
import type {PageLanguage} from '../parse/language.ts'
import {slugOf} from '../parse/slug.ts'
import {organisationCandidate, organisationKey} from './organisations.ts'
import {portableText} from './portableText.ts'
import {item, localised, partialDate, referenceTo, sourcesOf} from './shapes.ts'
import {addressesOf, pageKey} from './pageKey.ts'
import {signedKey} from './signedKey.ts'

const AGREEMENT = /\b(?:cooperation|collaboration) agreement\b|\bsamenwerkings(?:overeenkomst|akkoord)\b/i
const DATE = String.raw`(?<date>\d{1,2}\s+(?:${MONTH_PATTERN})\s+\d{4}|(?:${MONTH_PATTERN})\s+\d{1,2},?\s+\d{4})`
const SIGNED = new RegExp(
  String.raw`^(?:done at|gedaan te|opgemaakt te)\s+(?<place>[^,]+),?\s+(?:on |op )?${DATE}`,
  'i',
)
const IN_FORCE = new RegExp(String.raw`(?:enters? into force|treedt in werking).*?${DATE}`, 'i')
const SIGNS_FOR = /^(?:for|voor)\s+(?:the |de |het )?(?<party>.+?)[,:]?$/i
const ILO = 'International Labour Organization'

interface Article extends ArticleHeading {
  heading: Block
  text: Block[]
}

/** What an agreement's text became, and the blocks that went into it. */
export interface MappedAgreement {
  candidates: Candidate[]
  taken: Set<Block>
}

/** Whether a text is an agreement: its title says so and it has articles. */
export function isAgreement({title, blocks}: Page): boolean {
  return AGREEMENT.test(title) && blocks.filter(({text}) => readArticleHeading(text)).length >= 2
}

/** An agreement with its articles, each with the anchor that links rely on, its day of signing and its signatures. */
export function mapAgreement(page: Page, language: PageLanguage): MappedAgreement {
  const source = {...page.source, locator: page.titleLocator}
  const {preamble, articles, closing} = articlesOf(page.blocks)
  const signingBlocks = closing.filter(({text}) => SIGNED.test(text)).slice(0, 1)
  const signing = SIGNED.exec(signingBlocks[0]?.text ?? '')?.groups
  const signedOn = readDate(signing?.['date'] ?? '')
  const inForceBlocks = articles
    .flatMap(({text}) => text)
    .filter(({text}) => IN_FORCE.test(text))
    .slice(0, 1)
  const inForce = readDate(IN_FORCE.exec(inForceBlocks[0]?.text ?? '')?.groups?.['date'] ?? '')
  const signatures = signaturesOf(closing)
  const agreement: Candidate = {
    type: 'agreement',
    keys: signedOn ? [signedKey(signedOn)] : [`url:${pageKey(page)}`],
    fields: {
      title: localised('String', language, page.title),
      ...(preamble.length > 0
        ? {
            preamble: localised(
              'BlockContent',
              language,
              portableText(preamble, page.url, `preamble.${language}`),
            ),
          }
        : {}),
      articles: articles.map((article) => articleObject(article, language, page.url)),
      ...(signedOn ? {signedOn: partialDate(signedOn)} : {}),
      ...(signing?.['place'] ? {place: signing['place'].trim()} : {}),
      ...(inForce ? {entryIntoForce: partialDate(inForce)} : {}),
      ...(signatures.length > 0 ? {signatures: signatures.map(signatureObject)} : {}),
      counterparty: referenceTo('organisation', organisationKey(ILO)),
      ...sourcesOf(page),
    },
    origins: {
      [inLanguage('preamble', language)]: placeOfBlocks(page.source, preamble),
      ...Object.fromEntries(
        articles.map(({number, heading, text}) => [
          `articles[art_${number}]`,
          placeOfBlocks(page.source, [heading, ...text]),
        ]),
      ),
      signedOn: placeOfBlocks(page.source, signingBlocks),
      place: placeOfBlocks(page.source, signingBlocks),
      entryIntoForce: placeOfBlocks(page.source, inForceBlocks),
      signatures: signatures.flatMap(({blocks}) => placeOfBlocks(page.source, blocks)),
    },
    defaults: {
      kind: 'cooperationAgreement',
      slug: {_type: 'slug', current: slugOf(`${page.title} ${signedOn?.value.slice(0, 4) ?? ''}`)},
    },
    supporting: false,
    rank: 1,
    urls: addressesOf(page),
    source,
    sha256: page.sha256,
    warnings: signedOn
      ? []
      : [{code: 'signing-date-unknown', message: 'The text does not say when it was signed.', source}],
  }
  const parties = [ILO, ...signatures.map(({party}) => party)]
  return {
    candidates: [agreement, ...parties.map((name) => party(name, language, source, page.sha256))],
    taken: new Set([
      ...preamble,
      ...articles.flatMap(({heading, text}) => [heading, ...text]),
      ...signingBlocks,
      ...signatures.flatMap(({blocks}) => blocks),
    ]),
  }
}

function party(name: string, language: PageLanguage, source: SourcePlace, sha256: string): Candidate {
  return organisationCandidate(name, language, source, sha256)
}

interface AgreementText {
  /** What stands above the first article. */
  preamble: Block[]
  articles: Article[]
  /** The day of signing and the signatures. */
  closing: Block[]
}

function articlesOf(blocks: readonly Block[]): AgreementText {
  const preamble: Block[] = []
  const articles: Article[] = []
  const end = blocks.findIndex(({text}) => SIGNED.test(text))
  for (const block of end === -1 ? blocks : blocks.slice(0, end)) {
    const heading = readArticleHeading(block.text)
    const last = articles.at(-1)
    if (heading) articles.push({...heading, heading: block, text: []})
    else (last?.text ?? preamble).push(block)
  }
  return {preamble, articles, closing: end === -1 ? [] : blocks.slice(end)}
}

function articleObject(
  {number, title, text}: Article,
  language: PageLanguage,
  base: string | undefined,
): JsonObject {
  const anchor = `art_${number}`
  const words = text.map((block): Block =>
    block.kind === 'heading' ? {...block, kind: 'paragraph', ...asParagraph(block)} : block,
  )
  return {
    _key: anchor,
    _type: 'article',
    number,
    anchor,
    ...(title ? {title: localised('String', language, title)} : {}),
    ...(words.length > 0
      ? {
          text: localised(
            'BlockContent',
            language,
            portableText(words, base, `articles.${anchor}.${language}`),
          ),
        }
      : {}),
  }
}

/** Numbered paragraphs of an article are set as headings in Word; here they are its text. */
function asParagraph({html}: Block): {html?: string} {
  return html ? {html: html.replace(/^<h\d[^>]*>/, '<p>').replace(/<\/h\d>$/, '</p>')} : {}
}

interface SignatureReading {
  party: string
  person: string
  blocks: Block[]
}

/** Parties and persons as the closing table lists them: all parties, then all persons; or one on a line. */
function signaturesOf(closing: readonly Block[]): SignatureReading[] {
  const parties = closing.filter(({text}) => SIGNS_FOR.test(text))
  const after = closing.slice(closing.findLastIndex(({text}) => SIGNS_FOR.test(text)) + 1)
  if (after.length < parties.length) return []
  return parties.flatMap((block, index) => {
    const person = after[index]
    const name = SIGNS_FOR.exec(block.text)?.groups?.['party']
    return person && name && parties.length > 1
      ? [{party: name, person: person.text, blocks: [block, person]}]
      : []
  })
}

function signatureObject({party: name, person}: SignatureReading): JsonObject {
  return item('signatures', {
    _type: 'signature',
    person,
    party: referenceTo('organisation', organisationKey(name)),
  })
}
