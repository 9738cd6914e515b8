import type {SanityClient} from '@sanity/client'

import {questions, type Answer, type QueryName, type QuestionParams} from '../../queries/index.ts'
import {toIati} from '../../site/data/iati.ts'
import {projectsCsv} from '../../site/data/projectsCsv.ts'

/** The forms in which the published projects can be had, each with the ending of its file. */
export const projectFormats = {iati: 'xml', csv: 'csv', json: 'json'} as const

export type ProjectFormat = keyof typeof projectFormats

export const isProjectFormat = (text: string): text is ProjectFormat => Object.hasOwn(projectFormats, text)

export interface PublicProjects {
  text: string
  /** How many projects it has. */
  projects: number
  /** Those that could not be said in this form, with the reason. */
  leftOut: {id: string; reason: string}[]
  /** Those that are there and lack what the form asks for, or are not said as published, with what. */
  incomplete: {id: string; reason: string}[]
}

/** The published projects as the site offers them: the same text by the same code. */
export async function publicProjects(client: SanityClient, format: ProjectFormat): Promise<PublicProjects> {
  if (format === 'iati') {
    // One day for the whole file, also when it is made around midnight.
    const today = new Date().toISOString().slice(0, 10)
    const projects = await ask(client, 'activities', {today})
    const {xml, ...told} = toIati(projects, {today})
    return {text: xml, projects: projects.length - told.leftOut.length, ...told}
  }
  const rows = await ask(client, 'openData', {})
  const text = format === 'csv' ? projectsCsv(rows) : `${JSON.stringify(rows, null, 2)}\n`
  return {text, projects: rows.length, leftOut: [], incomplete: []}
}

async function ask<Name extends QueryName>(
  client: SanityClient,
  name: Name,
  given: QuestionParams<Name>,
): Promise<Answer<Name>> {
  const {query, params} = questions[name]
  return client.fetch(query, params.parse(given), {perspective: 'published'})
}
