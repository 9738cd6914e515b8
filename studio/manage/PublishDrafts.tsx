import {Box, Button, Card, Checkbox, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useMemo, useState} from 'react'
import {useClient, useCurrentLocale, useSchema, useTranslation} from 'sanity'
import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {
  type ContentDocument,
  planPublication,
  type Publication,
  publishActions,
} from '../../schemas/rules/publication.ts'
import {API_VERSION} from '../apiVersion.ts'
import {fieldTitle} from '../confidence/reasons.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {DocumentLink} from '../overview/DocumentLink.tsx'
import {nameOf} from './nameOf.ts'
import {useLiveQuery} from '../useLiveQuery.ts'
import {CONTENT_QUERY} from './contentQuery.ts'

const isDraft = ({_id}: ContentDocument): boolean => _id.startsWith('drafts.')

/** Drafts to choose from, judged as they are chosen, and published together. */
export function PublishDrafts() {
  const {t} = useTranslation(DESK_LABELS)
  const {data, error} = useLiveQuery<ContentDocument[]>(CONTENT_QUERY, {perspective: 'raw'})
  const drafts = useMemo(() => (data ?? []).filter(isDraft), [data])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const publication = usePublication(data, chosen)
  const toggle = (id: string): void =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <Heading as="h1" size={3}>
          {t('manage.publish')}
        </Heading>
        <Text as="p" muted size={1}>
          {t('manage.publish.lead')}
        </Text>
      </Stack>
      {error && <Text as="p">{error}</Text>}
      {!data && !error && <Spinner muted />}
      {data && drafts.length === 0 && <Text as="p">{t('manage.publish.none')}</Text>}
      {drafts.length > 0 && (
        <>
          <Flex gap={2} wrap="wrap">
            <Button
              mode="ghost"
              text={t('manage.publish.all')}
              onClick={() => setChosen(new Set(drafts.map(({_id}) => _id)))}
            />
            <Button mode="ghost" text={t('manage.publish.nothing')} onClick={() => setChosen(new Set())} />
            <PublishButton publication={publication} onDone={() => setChosen(new Set())} />
          </Flex>
          <Stack as="ul" gap={2} padding={0} style={{listStyle: 'none'}} data-testid="drafts">
            {drafts.map((draft) => (
              <DraftCard
                key={draft._id}
                draft={draft}
                isChosen={chosen.has(draft._id)}
                errors={publication?.refused.find((one) => one.draft._id === draft._id)?.errors ?? []}
                onToggle={() => toggle(draft._id)}
              />
            ))}
          </Stack>
        </>
      )}
    </Stack>
  )
}

/** What publishing the chosen drafts would do; undefined while it is being judged, and for none. */
function usePublication(
  documents: readonly ContentDocument[] | undefined,
  chosen: ReadonlySet<string>,
): Publication | undefined {
  const [judged, setJudged] = useState<{of: unknown; publication: Publication}>()
  useEffect(() => {
    let isCurrent = true
    if (documents && chosen.size > 0) {
      void planPublication(documents, ({_id}) => chosen.has(_id)).then(
        (publication) => isCurrent && setJudged({of: chosen, publication}),
      )
    }
    return () => {
      isCurrent = false
    }
  }, [documents, chosen])
  return judged?.of === chosen ? judged.publication : undefined
}

interface PublishButtonProps {
  publication: Publication | undefined
  onDone: () => void
}

function PublishButton({publication, onDone}: PublishButtonProps) {
  const {t} = useTranslation(DESK_LABELS)
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const publish = publication?.publish ?? []
  const count = publish.length
  const start = async (): Promise<void> => {
    setBusy(true)
    try {
      // All or none: what one refers to may be another.
      await client.action(publishActions(publish))
      toast.push({status: 'success', title: t('manage.publish.done', {count})})
      onDone()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: t('manage.publish.failed', {reason}), closable: true})
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      tone="positive"
      text={t('manage.publish.do', {count})}
      disabled={count === 0 || isBusy}
      loading={isBusy}
      onClick={() => void start()}
      data-testid="publish-chosen"
    />
  )
}

interface DraftCardProps {
  draft: ContentDocument
  isChosen: boolean
  errors: Publication['refused'][number]['errors']
  onToggle: () => void
}

function DraftCard({draft, isChosen, errors, onToggle}: DraftCardProps) {
  const {t} = useTranslation(DESK_LABELS)
  const {id: locale} = useCurrentLocale()
  const type = useSchema().get(draft._type)
  const changed = new Date(String(draft['_updatedAt'])).toLocaleDateString(locale)
  const checkboxId = `choose-${draft._id}`
  return (
    <Card as="li" border radius={2} padding={3} tone={errors.length > 0 ? 'critical' : 'default'}>
      <Flex gap={3} align="flex-start">
        <Checkbox id={checkboxId} checked={isChosen} onChange={onToggle} />
        <Stack gap={3} flex={1}>
          <Text as="label" htmlFor={checkboxId} weight="medium">
            {type?.title ?? draft._type}
          </Text>
          <Text size={1}>
            <DocumentLink id={draft._id.slice('drafts.'.length)} type={draft._type} words={nameOf(draft)} />
          </Text>
          <Text size={1} muted>
            {t('manage.publish.changed', {date: changed})}
          </Text>
          {errors.length > 0 && (
            <Stack gap={2}>
              <Text size={1} weight="semibold">
                {t('manage.publish.refused')}
              </Text>
              {errors.map(({path, message}) => (
                <Box key={`${JSON.stringify(path)}${message.en}`}>
                  <Text size={1}>
                    {[fieldTitle(type, [...path]), message[interfaceLanguage()]].filter(Boolean).join(': ')}
                  </Text>
                </Box>
              ))}
            </Stack>
          )}
        </Stack>
      </Flex>
    </Card>
  )
}
