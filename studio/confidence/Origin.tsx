import {Box, Card, Heading, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {shownDate, shownWords} from '../../schemas/labels/shown.ts'
import {DESK_LABELS, type DeskLabel} from '../labels/index.ts'
import {SinceTakenOver} from './SinceTakenOver.tsx'
import {originOf, type Origin as OriginFacts, type SourceFacts} from './originOf.ts'

/** Where the facts of a document come from: the old page or file, the sources, the notes. */
export const Origin: UserViewComponent = ({document}) => {
  const {t} = useTranslation(DESK_LABELS)
  const {provenance, sources, notes, editedOn} = originOf(document.displayed)
  return (
    <Box padding={5} data-testid="origin">
      <Stack gap={5}>
        {provenance ? (
          <Provenance provenance={provenance} />
        ) : (
          <Text as="p" muted>
            {t('origin.none')}
          </Text>
        )}
        {editedOn && <Text as="p">{t('origin.edited', {date: shownDate(editedOn)})}</Text>}
        {provenance && <SinceTakenOver document={document.displayed} runId={provenance.runId} />}
        {sources.length > 0 && (
          <Section title={t('origin.sources')}>
            {sources.map((source) => (
              <SourceLine key={source.url} source={source} />
            ))}
          </Section>
        )}
        {notes.length > 0 && (
          <Section title={t('origin.notes')}>
            {notes.map((note) => (
              <Card key={note._key} border padding={3} radius={2} tone="caution">
                <Text as="p" size={1}>
                  {shownWords(note.text)}
                </Text>
              </Card>
            ))}
          </Section>
        )}
      </Stack>
    </Box>
  )
}

function Provenance({provenance}: {provenance: NonNullable<OriginFacts['provenance']>}) {
  const {t} = useTranslation(DESK_LABELS)
  const facts: [DeskLabel, string | undefined][] = [
    ['origin.file', provenance.file],
    ['origin.locator', provenance.locator],
    ['origin.importedOn', shownDate(provenance.importedOn?.slice(0, 10))],
    ['origin.run', provenance.runId],
    ['origin.fingerprint', provenance.sha256],
  ]
  return (
    <>
      {provenance.legacyUrls.length > 0 && (
        <Section title={t('origin.addresses')}>
          {provenance.legacyUrls.map((url) => (
            <WebAddress key={url} url={url} />
          ))}
        </Section>
      )}
      {facts
        .filter(([, fact]) => fact !== undefined)
        .map(([title, fact]) => (
          <Section key={title} title={t(title)}>
            <Text as="p" size={1} style={{overflowWrap: 'anywhere'}}>
              {fact}
            </Text>
          </Section>
        ))}
    </>
  )
}

function Section({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Heading as="h3" size={1}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

function SourceLine({source: {url, title, checkedOn}}: {source: SourceFacts}) {
  const {t} = useTranslation(DESK_LABELS)
  const date = shownDate(checkedOn)
  return (
    <Stack gap={2}>
      <WebAddress url={url} text={title} />
      {date && (
        <Text size={1} muted>
          {t('origin.checkedOn', {date})}
        </Text>
      )}
    </Stack>
  )
}

function WebAddress({url, text = url}: {url: string; text?: string | undefined}) {
  return (
    <Text size={1} style={{overflowWrap: 'anywhere'}}>
      <a href={url} rel="noreferrer noopener" target="_blank">
        {text}
      </a>
    </Text>
  )
}
