import type {JsonObject} from '../../lake/model/document.ts'
import type {Perspective} from '../../lake/query/index.ts'
import type {Content} from './content.ts'

/** A kind of query, with parameters that differ from one asking to the next. */
export interface QueryClass {
  name: string
  query: string
  perspective?: Perspective
  params(i: number): JsonObject
  /** The largest dataset over which groq-js is asked: 0 where it has no answer. */
  groqJsUpTo?: number
}

/** The query classes: what a frontend and the Studio ask. */
export function queryClasses({ids, vocabulary}: Content): QueryClass[] {
  const at = (list: readonly string[], i: number): string => list[(i * 7919) % list.length] ?? ''
  const word = (i: number): string => at(vocabulary.slice(0, 800), i)
  const none = (): JsonObject => ({})
  return [
    {name: 'q01_id', query: '*[_id == $id][0]', params: (i) => ({id: at(ids.project, i)})},
    {
      name: 'q02_slug',
      query: '*[_type == "project" && slug.current == $slug][0]{_id,title,amount}',
      params: (i) => ({slug: `slug-${at(ids.project, i)}`}),
    },
    {
      name: 'q03_list3deref',
      query:
        '*[_type == "project"] | order(publishedAt desc) [0...20]{_id,"title":coalesce(title[$lang],title.en),"slug":slug.current,"round":round->{_id,title},"lead":lead->name,"countries":countries[]->{_id,"t":title.en}}',
      params: () => ({lang: 'nl'}),
    },
    {
      name: 'q04_refs',
      query: '*[references($id)]{_id,_type}',
      params: (i) => ({id: at(ids.organisation, i)}),
    },
    {
      name: 'q05_roundref',
      query: '*[_type=="project" && round._ref == $id] | order(startDate asc)[0...50]{_id,amount,status}',
      params: (i) => ({id: at(ids.round, i)}),
    },
    {
      name: 'q06_aggr',
      query:
        '*[_type=="round"][0...20]{_id,"n":count(*[_type=="project" && round._ref==^._id]),"sum":math::sum(*[_type=="project" && round._ref==^._id].amount)}',
      params: none,
    },
    {
      name: 'q07_match',
      query: '*[_type=="project" && title.en match $q][0...20]{_id,"t":title.en}',
      params: (i) => ({q: word(i)}),
    },
    {
      name: 'q08_score',
      query:
        '*[_type=="project"] | score(title.en match $q, boost(summary.en match $q, 0.5)) [_score > 0] | order(_score desc)[0...10]{_id,_score,"t":title.en}',
      params: (i) => ({q: word(i)}),
    },
    {
      name: 'q09_daterange',
      query:
        '*[_type=="project" && publishedAt >= $a && publishedAt < $b] | order(publishedAt asc)[0...20]{_id,publishedAt}',
      params: (i) => ({
        a: `20${String(1 + (i % 24)).padStart(2, '0')}-03-01`,
        b: `20${String(1 + (i % 24)).padStart(2, '0')}-09-01`,
      }),
    },
    {
      name: 'q10_inarray',
      query:
        '*[_type=="project" && $c in countries[]._ref && status in ["running","done"]] | order(amount desc)[0...20]{_id,amount}',
      params: (i) => ({c: at(ids.place, i)}),
    },
    {
      name: 'q11_joinback',
      query:
        '*[_type=="round"] | order(_id asc)[0...20]{_id,"projects":*[_type=="project" && references(^._id)]{_id,amount}[0...5]}',
      params: none,
    },
    {
      name: 'q12_i18n',
      query:
        '*[_type=="page"] | order(_updatedAt desc)[0...20]{_id,"title":coalesce(title[$lang],title.en,"-"),"text":pt::text(coalesce(body[$lang],body.en))}',
      params: () => ({lang: 'nl'}),
    },
    {
      name: 'q13_studiolist',
      query:
        '*[_type in $__types]{_type,_id,_originalId,"orderings":[_updatedAt]}|order(orderings[0] desc)[0...$__limit]',
      perspective: 'drafts',
      params: () => ({__types: ['project'], __limit: 100}),
    },
    {
      name: 'q14_sluguniq',
      query:
        '!defined(*[_type == $docType && !sanity::versionOf($published) && slug.current == $slug][0]._id)',
      params: (i) => ({
        docType: 'project',
        published: at(ids.project, i),
        slug: `slug-${at(ids.project, i)}`,
      }),
    },
    {
      name: 'q15_incoming',
      query:
        '{"references":*[references($documentId) && _system.group._ref != $documentId][0...100]{_id,_type},"totalCount":count(*[references($documentId) && _system.group._ref != $documentId])}',
      params: (i) => ({documentId: at(ids.organisation, i)}),
    },
    {
      name: 'q16_drafts',
      query:
        '*[_id in path("drafts.**") && _type=="project"]{_id,_updatedAt} | order(_updatedAt desc)[0...20]',
      params: none,
    },
    {
      name: 'q17_preview',
      query: '*[_id in $ids][0...50]{_id,_rev,_type,title,slug}',
      params: (i) => ({ids: Array.from({length: 20}, (_, k) => at(ids.project, i + k))}),
    },
    {
      name: 'q18_facets',
      query:
        '{"total":count(*[_type=="project"]),"running":count(*[_type=="project" && status=="running"]),"done":count(*[_type=="project" && status=="done"])}',
      params: none,
    },
    {
      name: 'q19_words',
      query:
        '*[_type=="project" && words[language == $lang][0].value match $q] | order(words[language == $lang][0].value asc)[0...20]{_id,"t":words[language == $lang][0].value}',
      params: (i) => ({lang: 'nl', q: `${word(i)}*`}),
    },
    {
      name: 'q20_lower',
      query: '*[_type=="project" && lower(title.en) == $title][0]{_id}',
      params: (i) => ({title: word(i)}),
    },
    {
      name: 'q21_either',
      query: '*[(_type=="page" && title.nl match $q) || (_type=="round" && year > 2010)][0...20]{_id}',
      params: (i) => ({q: word(i)}),
    },
    {
      name: 'q22_computed',
      query: '*[_type=="project"] | order(amount * 2 + length(title.en) desc)[0...20]{_id}',
      params: none,
    },
    {
      name: 'q23_derefcond',
      query: '*[_type=="project" && round->year == $year][0...20]{_id}',
      groqJsUpTo: 10_000,
      params: (i) => ({year: 2001 + (i % 25)}),
    },
    {
      name: 'q24_studiosearch',
      query:
        '*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]{_type,_id,_originalId,"orderings":[_updatedAt]}|order(orderings[0] desc)[0...$__limit]',
      perspective: 'drafts',
      params: (i) => ({
        __types: ['project', 'page', 'round'],
        __query: `${word(i)}*`,
        __rawQuery: word(i),
        __limit: 100,
      }),
      groqJsUpTo: 0,
    },
    {
      name: 'q25_studioall',
      query:
        '*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]{_type,_id,_originalId,"orderings":[_updatedAt]}|order(orderings[0] desc)[0...$__limit]',
      perspective: 'drafts',
      params: () => ({__types: ['project'], __query: '*', __rawQuery: '', __limit: 100}),
      groqJsUpTo: 0,
    },
  ]
}
