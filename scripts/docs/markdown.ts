import type {Docstring} from './docstring.ts'
import type {Exported, Member} from './readModule.ts'

/** Said at the top of every generated page. */
export const GENERATED = '<!-- Made by `npm run docs` from the docstrings; changes here are lost. -->'

/** A block of code. */
export const code = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``

/** A table; a bar in a cell would end it. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A page: its title and the parts that there are. */
export const page = (title: string, parts: (string | undefined)[]): string =>
  `${[`# ${title}`, GENERATED, ...parts].filter((part) => part !== undefined && part !== '').join('\n\n')}\n`

/** What a docstring says beside its code: text, what goes in and out, errors, examples. */
export function saying(doc: Docstring | undefined): string {
  if (!doc) return ''
  const facts = [
    ...doc.params.map(({name, text}) => `- \`${name}\`: ${text}`),
    ...(doc.returns === undefined ? [] : [`- Returns ${doc.returns}`]),
    ...doc.throws.map((text) => `- Throws ${text}`),
  ]
  return [doc.text, facts.join('\n'), ...doc.examples.map((example) => code('ts', example))]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** A longer constant is shown by its name: how it is made is not what a user needs. */
const MOST_LINES_OF_A_CONSTANT = 8

/** A section about something exported, with a section for each member that says something. */
export function section(exported: Exported): string {
  const {name, kind, doc, members} = exported
  const [first = '', ...others] = exported.signature.split('\n')
  const isLong = kind === 'constant' && others.length >= MOST_LINES_OF_A_CONSTANT
  const signature = isLong ? `${first.split(' = ')[0]}` : exported.signature
  const described = members.filter((member) => member.doc !== undefined)
  // An interface whose members are told one by one needs no listing of them all with it.
  const shown = described.length > 0 && described.length === members.length ? '' : code('ts', signature)
  return [`## ${name}`, saying(doc), shown, ...described.map(memberSection)]
    .filter((part) => part !== '')
    .join('\n\n')
}

const memberSection = ({name, signature, doc}: Member): string =>
  `### ${name}\n\n${code('ts', signature)}\n\n${saying(doc)}`
