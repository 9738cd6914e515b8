import {Stack} from '@sanity/ui'
import {styled} from 'styled-components'
import {useTranslation} from 'sanity'
import {DESK_LABELS} from '../labels/index.ts'
import {DocumentLink} from './DocumentLink.tsx'
import type {Missing} from './figures.ts'

const Facts = styled.details`
  font-size: 0.8125rem;
  line-height: 1.6;
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  summary:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
  }
  ul {
    margin: 0.25rem 0 0.5rem;
    padding-left: 1.25rem;
  }
  a {
    color: inherit;
  }
`

/** What nobody has filled in yet, with the way to each document. */
export function MissingFacts({missing}: {missing: readonly Missing[]}) {
  const {t} = useTranslation(DESK_LABELS)
  return (
    <Stack gap={2}>
      {missing.map(({fact, documents}) => (
        <Facts key={fact}>
          <summary>{t(`overview.missing.${fact}`, {count: documents.length})}</summary>
          <ul>
            {documents.map(({_id, _type, title}) => (
              <li key={_id}>
                <DocumentLink id={_id} type={_type} words={title} />
              </li>
            ))}
          </ul>
        </Facts>
      ))}
    </Stack>
  )
}
