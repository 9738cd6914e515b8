import {Card, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useState} from 'react'
import {getPublishedId, useClient, useSchema, useTranslation} from 'sanity'
import {shownWords} from '../../schemas/labels/shown.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {referredIds, sinceTakenOver, type FieldSince} from './sinceTakenOver.ts'
import {takenOver, type PastDocument} from './takenOver.ts'

type Fields = Readonly<Record<string, unknown>>

interface Past {
  document: PastDocument
  names: Record<string, string>
}

type Answer = Past | 'waiting' | 'unknown'

/** Field by field: what was taken over, and what the document says now. */
export function SinceTakenOver({document, runId}: {document: Fields; runId: string | undefined}) {
  const {t} = useTranslation(DESK_LABELS)
  const type = useSchema().get(String(document['_type']))
  const past = usePast(document, runId)
  const fields = useMemo(
    () => (typeof past === 'string' ? [] : sinceTakenOver(past.document, document, type, past.names)),
    [past, document, type],
  )
  if (past === 'waiting') return <Spinner muted />
  if (past === 'unknown') return <Words text={t('origin.past.unknown')} />
  const changed = fields.filter((field) => field.changed)
  const kept = fields.filter((field) => !field.changed)
  return (
    <Stack gap={4} data-testid="since-taken-over">
      <Heading as="h3" size={1}>
        {t('origin.past')}
      </Heading>
      <Words
        text={changed.length > 0 ? t('origin.past.changed', {count: changed.length}) : t('origin.past.same')}
      />
      {changed.map((field) => (
        <ChangedField key={field.field} field={field} />
      ))}
      {kept.length > 0 && (
        <details>
          <Text as="summary" size={1} weight="medium">
            {t('origin.past.kept', {count: kept.length})}
          </Text>
          <Stack gap={4} marginTop={4}>
            {kept.map(({field, now}) => (
              <Labelled key={field} label={field} text={now} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  )
}

function ChangedField({field: {field, before, now}}: {field: FieldSince}) {
  const {t} = useTranslation(DESK_LABELS)
  return (
    <Card as="section" aria-label={field} border padding={3} radius={2} tone="caution">
      <Stack gap={3}>
        <Heading as="h4" size={0}>
          {field}
        </Heading>
        <Labelled label={t('origin.past.before')} text={before ?? t('origin.past.nothing')} />
        <Labelled label={t('origin.past.now')} text={now ?? t('origin.past.nothing')} />
      </Stack>
    </Card>
  )
}

function Labelled({label, text}: {label: string; text: string | undefined}) {
  return (
    <Stack gap={2}>
      <Text size={0} muted>
        {label}
      </Text>
      <Text size={1} style={{overflowWrap: 'anywhere', whiteSpace: 'pre-line'}}>
        {text}
      </Text>
    </Stack>
  )
}

const Words = ({text}: {text: string}) => (
  <Text as="p" size={1}>
    {text}
  </Text>
)

/** The document as it was taken over, with the titles of what either of the two refers to. */
function usePast(document: Fields, runId: string | undefined): Answer {
  const client = useClient({apiVersion: API_VERSION})
  const [answer, setAnswer] = useState<Answer>('waiting')
  const id = getPublishedId(String(document['_id']))
  const referred = referredIds(document).toSorted().join()
  useEffect(() => {
    let current = true
    const ask = async (): Promise<Answer> => {
      const past = await takenOver(client, id, runId)
      if (!past) return 'unknown'
      const ids = [...referredIds(past), ...referred.split(',')]
      const named = await client.fetch<{_id: string; words: unknown}[]>(
        '*[_id in $ids]{_id, "words": coalesce(title, name)}',
        {ids},
        {perspective: 'drafts', tag: 'origin'},
      )
      const names = named.map(({_id, words}) => [_id, shownWords(words) ?? _id] as const)
      return {document: past, names: Object.fromEntries(names)}
    }
    const tell = (told: Answer) => {
      if (current) setAnswer(told)
    }
    ask().then(tell, () => tell('unknown'))
    return () => {
      current = false
    }
  }, [client, id, runId, referred])
  return answer
}
