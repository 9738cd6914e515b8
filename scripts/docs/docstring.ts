/** A docstring, taken apart. */
export interface Docstring {
  text: string
  params: {name: string; text: string}[]
  returns?: string
  throws: string[]
  examples: string[]
}

/**
 * Takes the inside of a block comment (`* What it does. @param …`) apart.
 *
 * @param comment the text between the slashes, as a parser hands it over
 */
export function readDocstring(comment: string): Docstring {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*+ ?/, '').trimEnd())
  const [text = '', ...tags] = lines.join('\n').split(/^@(?=[a-z]+)/m)
  const docstring: Docstring = {text: text.trim(), params: [], throws: [], examples: []}
  for (const tag of tags) addTag(docstring, tag)
  return docstring
}

function addTag(docstring: Docstring, tag: string): void {
  const [, name, text = ''] = /^([a-z]+)\s*([^]*)$/.exec(tag.trimEnd()) ?? []
  if (name === 'param') {
    const [, param = '', about = ''] = /^(\S+)\s*([^]*)$/.exec(text) ?? []
    docstring.params.push({name: param, text: oneLine(about)})
  } else if (name === 'returns') {
    docstring.returns = oneLine(text)
  } else if (name === 'throws') {
    docstring.throws.push(oneLine(text))
  } else if (name === 'example') {
    docstring.examples.push(text)
  } else {
    throw new Error(`The reference does not know the tag @${name} of a docstring.`)
  }
}

/** Text that was wrapped, on one line again. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
