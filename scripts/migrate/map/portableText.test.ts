import {describe, expect, test} from 'vitest'

import type {Block} from '../model.ts'
import {portableText} from './portableText.ts'

const html = (text: string): Block => ({kind: 'paragraph', text: '', locator: 'line 1', html: text})
const base = 'https://www.fdfa.be/nl/x'

describe('running text', () => {
  test('is the same on every run, keys included', () => {
    const blocks = [html('<p>een <strong>twee</strong></p>'), html('<p>een <strong>twee</strong></p>')]
    const first = portableText(blocks, base, 'description')
    expect(portableText(blocks, base, 'description')).toEqual(first)
    expect(new Set(first.map((block) => block['_key'])).size).toBe(2)
  })

  test('keeps safe links, made absolute, and drops the others with their words kept', () => {
    const [block] = portableText(
      [html('<p><a href="/nl/iao">IAO</a> <a href="JaVaScRiPt:alert(1)">weg</a></p>')],
      base,
      '',
    )
    expect(block?.['markDefs']).toEqual([
      {_key: expect.any(String), _type: 'link', href: 'https://www.fdfa.be/nl/iao'},
    ])
    expect(JSON.stringify(block)).not.toContain('alert')
    expect(JSON.stringify(block)).toContain('weg')
  })

  test('keeps to the styles that the content model has', () => {
    const styles = portableText(
      [
        html('<h1>a</h1>'),
        html('<h5>b</h5>'),
        html('<blockquote>c</blockquote>'),
        html('<ol><li>d</li></ol>'),
      ],
      base,
      '',
    )
    expect(styles.map(({style, listItem}) => [style, listItem])).toEqual([
      ['h2', undefined],
      ['h3', undefined],
      ['blockquote', undefined],
      ['normal', 'number'],
    ])
  })

  test('what it has no block for keeps its words', () => {
    const block: Block = {
      kind: 'paragraph',
      text: 'een\ntwee',
      locator: 'line 1',
      html: '<pre>een\ntwee</pre>',
    }
    expect(portableText([block], base, '').map(({children}) => children)).toMatchObject([
      [{text: 'een'}],
      [{text: 'twee'}],
    ])
  })
})
