import {Card, Stack, Text} from '@sanity/ui'
import type {ComponentProps} from 'react'
import {useTranslation} from 'sanity'
import type {media} from 'sanity-plugin-media'
import {DESK_LABELS} from '../labels/index.ts'

type Options = Exclude<Parameters<typeof media>[0], void | undefined>
type Details = NonNullable<NonNullable<Options['components']>['details']>

/** What is kept of a file itself, and where the words that readers get are written. */
export function PhotoDetails(props: ComponentProps<Details>) {
  const {t} = useTranslation(DESK_LABELS)
  const {renderDefaultDetails, ...details} = props
  return (
    <Stack gap={4}>
      <Card tone="primary" border radius={2} padding={3}>
        <Text size={1}>{t('media.details')}</Text>
      </Card>
      {renderDefaultDetails(details)}
    </Stack>
  )
}
