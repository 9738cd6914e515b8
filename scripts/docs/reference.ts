import {join} from 'node:path'

import {questions, type QueryName} from '../../queries/index.ts'
import {projectRoot} from '../target/environment.ts'
import {page, section, table} from './markdown.ts'
import {questionPage} from './questionPage.ts'
import {readModule} from './readModule.ts'

/** Where the reference is kept. */
export const referenceFolder = join(projectRoot, 'docs/api')

const FRAGMENTS = [
  'localised',
  'links',
  'projectCard',
  'projectPeriod',
  'allocation',
  'evidence',
  'files',
  'publications',
]

/**
 * The API reference, made from the docstrings: the client and its questions, the fragments of GROQ that
 * questions share, and the lake's front door.
 *
 * @returns the text of each page by its path in `docs/api`
 * @throws Error when something public has no docstring
 */
export function reference(): Map<string, string> {
  const asked = (Object.keys(questions) as QueryName[]).map(questionPage)
  const pages = new Map(asked.map((question) => [`questions/${question.name}.md`, question.page]))
  const list = table(
    ['Question', 'Answers'],
    asked.map(({name, about}) => [`[${name}](questions/${name}.md)`, about]),
  )
  pages.set('client.md', modulePage('The client', CLIENT, ['queries/index.ts']))
  pages.set(
    'fragments.md',
    modulePage(
      'Fragments of GROQ',
      FRAGMENT,
      FRAGMENTS.map((name) => `queries/fragments/${name}.ts`),
    ),
  )
  pages.set('lake.md', modulePage('The lake', LAKE, ['lake/server.ts']))
  pages.set('README.md', page('API reference', [PARTS, '## The questions', list]))
  return pages
}

function modulePage(title: string, introduction: string, files: string[]): string {
  const exported = files.flatMap((file) => readModule(join(projectRoot, file)))
  const silent = exported.filter(({doc}) => doc === undefined).map(({name}) => name)
  if (silent.length > 0) throw new Error(`${files.join(', ')}: no docstring on ${silent.join(', ')}.`)
  return page(title, [introduction, ...exported.map(section)])
}

const PARTS = `- [The client](client.md): \`createFundClient\` and what goes with it
- [Fragments of GROQ](fragments.md), for a query of your own
- [The lake](lake.md): to start one in a program or test of your own`

const CLIENT =
  "What `import {…} from 'flanders-ilo-content'` gives. The guide [for developers](../guides/developers.md) begins at the beginning; [the questions](README.md) have a page each."

const FRAGMENT =
  'Pieces of GROQ in `queries/fragments/`, for projections in a query of your own: `` defineQuery(`*[_type == "theme"] {${titleLink}}`) ``. Those with words take the parameter `$language`.'

const LAKE =
  'What `lake/server.ts` gives, to start an embedded Content Lake in a program or test of your own. On the command line: `npm run lake`.'
