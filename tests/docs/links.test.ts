/** What README and docs/ name is there: pages and their headings, files of the repository, commands. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'

import {describe, expect, test} from 'vitest'

import {projectRoot} from '../../scripts/target/environment.ts'

const pages = [
  join(projectRoot, 'README.md'),
  ...readdirSync(join(projectRoot, 'docs'), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name)),
].map((file) => ({file, name: relative(projectRoot, file), text: readFileSync(file, 'utf8')}))

const {scripts} = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

const withoutCode = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, '')

/** As hosts of repositories make them from headings. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (file: string): string[] =>
  [...withoutCode(readFileSync(file, 'utf8')).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  )

/** Where the relative links of a page lead. */
const linksOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : resolve(dirname(page), decodeURI(path))
  if (!existsSync(target)) return true
  return anchor !== undefined && !anchorsOf(target).includes(anchor)
}

/** Files and folders of the repository that a page names in code, without those with a gap to fill in. */
const filesNamedIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) =>
      /^(bench|docs|examples|lake|queries|schemas|scripts|site|studio|tests)\/[\w./-]*$/.test(code),
    )

describe.each(pages)('$name', ({file, text}) => {
  test('links lead somewhere', () => {
    expect(linksOf(text).filter((link) => isBroken(file, link))).toEqual([])
  })

  test('the files that it names exist', () => {
    expect(filesNamedIn(text).filter((path) => !existsSync(join(projectRoot, path)))).toEqual([])
  })

  test('the commands that it names exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([command, name = '']) =>
      command.startsWith('npm run ') || name === 'start' || name === 'test' ? name : undefined,
    )
    expect(named.filter((name) => name !== undefined && scripts[name] === undefined)).toEqual([])
  })
})

test('every guide and decision is on the front page of the documentation', () => {
  const front = join(projectRoot, 'docs')
  const listed = new Set(
    linksOf(readFileSync(join(front, 'README.md'), 'utf8')).map((link) => join(front, link)),
  )
  const told = pages.map(({file}) => file).filter((file) => /docs\/(guides|decisions)\//.test(file))
  expect(told.filter((file) => !listed.has(file))).toEqual([])
})

test('every command is in README', () => {
  const {text} = pages.find(({name}) => name === 'README.md') ?? {text: ''}
  const isTold = (name: string): boolean => new RegExp(`npm (run )?${name}(?![\\w:])`).test(text)
  expect(Object.keys(scripts).filter((name) => !isTold(name))).toEqual([])
})
