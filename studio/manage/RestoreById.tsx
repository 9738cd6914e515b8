import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {getPublishedId, useClient, useTranslation} from 'sanity'
import {shownWords} from '../../schemas/labels/shown.ts'
import type {RuleDocument} from '../../schemas/rules/index.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {lastOf} from './lastRevisions.ts'
import {useRestore} from './useRestore.ts'

/** Restoring where nothing lists what was deleted: by the id of the document. */
export function RestoreById() {
  const {t} = useTranslation(DESK_LABELS)
  const client = useClient({apiVersion: API_VERSION})
  const {restore, isBusy} = useRestore()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const publishedId = getPublishedId(typed.trim())
  const start = async (): Promise<void> => {
    setProblem(undefined)
    let last: RuleDocument | undefined
    try {
      last = await lastOf(client, publishedId)
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure)
      return setProblem(t('deleted.refused', {reason}))
    }
    if (!last) return setProblem(t('deleted.refused', {reason: t('deleted.unknown')}))
    await restore(publishedId, last, shownWords(last['title'] ?? last['name']) ?? publishedId)
  }
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor="deleted-id" weight="medium" size={1}>
        {t('deleted.id')}
      </Text>
      <Flex gap={2} wrap="wrap">
        <TextInput id="deleted-id" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button
          mode="ghost"
          text={t('deleted.restore')}
          disabled={publishedId === '' || isBusy}
          onClick={() => void start()}
        />
      </Flex>
      {problem && (
        <Text as="p" size={1} role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  )
}
