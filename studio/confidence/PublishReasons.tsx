import {Box, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {useTranslation, type Path} from 'sanity'
import {DESK_LABELS} from '../labels/index.ts'
import type {Reason} from './reasons.ts'

interface PublishReasonsProps {
  reasons: readonly Reason[]
  /** Takes the editor to the field. */
  onGo: (path: Path) => void
}

/** Each reason why a document cannot be published, with the way to its field; then what to look at. */
export function PublishReasons({reasons, onGo}: PublishReasonsProps) {
  const {t} = useTranslation(DESK_LABELS)
  const sections = [
    {title: t('reasons.errors'), found: reasons.filter(({level}) => level === 'error')},
    {title: t('reasons.warnings'), found: reasons.filter(({level}) => level === 'warning')},
  ]
  return (
    <Stack gap={5} data-testid="publish-reasons">
      {sections
        .filter(({found}) => found.length > 0)
        .map(({title, found}) => (
          <Stack gap={3} key={title}>
            <Heading as="h3" size={1}>
              {title}
            </Heading>
            <Stack as="ul" gap={2}>
              {found.map((reason) => (
                <Box as="li" key={`${JSON.stringify(reason.path)}${reason.message}`}>
                  <ReasonCard reason={reason} onGo={onGo} />
                </Box>
              ))}
            </Stack>
          </Stack>
        ))}
    </Stack>
  )
}

function ReasonCard({reason, onGo}: {reason: Reason; onGo: (path: Path) => void}) {
  const {t} = useTranslation(DESK_LABELS)
  const field = reason.field ?? t('reasons.document')
  const isError = reason.level === 'error'
  return (
    <Card padding={3} radius={2} tone={isError ? 'critical' : 'caution'} border>
      <Flex gap={3} align="flex-start">
        <Text size={1}>{isError ? <ErrorOutlineIcon /> : <WarningOutlineIcon />}</Text>
        <Stack gap={3} flex={1}>
          <Text size={1} weight="semibold">
            {field}
          </Text>
          <Text size={1}>{reason.message}</Text>
          {reason.path.length > 0 && (
            <Box>
              <Button
                mode="ghost"
                fontSize={1}
                padding={2}
                text={t('reasons.go', {field})}
                onClick={() => onGo(reason.path)}
              />
            </Box>
          )}
        </Stack>
      </Flex>
    </Card>
  )
}
