import {LaunchIcon} from '@sanity/icons/Launch'
import {Box, Button, Card, Flex, Spinner, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {languages, type Language} from '../../schemas/languages.ts'
import {documentPath} from '../../site/addresses.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {usePreviewAddress} from './usePreviewAddress.ts'

/** The page of a document on the site, as it would be with what is being edited. */
export const PublicPage: UserViewComponent = ({document, schemaType}) => {
  const {t} = useTranslation(DESK_LABELS)
  const [language, setLanguage] = useState<Language>(interfaceLanguage())
  const path = documentPath({_type: schemaType.name, slug: slugOf(document.displayed)}, language)
  if (!path) {
    return (
      <Box padding={5}>
        <Text as="p">{t('publicPage.withoutSlug')}</Text>
      </Box>
    )
  }
  return <Preview language={language} onLanguage={setLanguage} path={path} />
}

/** It keeps its own origin, which is not the Studio's, since its session is a cookie; it can't leave its frame. */
const WHAT_THE_PAGE_MAY = [
  'allow-downloads',
  'allow-forms',
  'allow-popups',
  'allow-same-origin',
  'allow-scripts',
].join(' ')

interface PreviewProps {
  path: string
  language: Language
  onLanguage: (language: Language) => void
}

function Preview({path, language, onLanguage}: PreviewProps) {
  const {t} = useTranslation(DESK_LABELS)
  const {address, error} = usePreviewAddress(path)
  return (
    <Flex data-testid="public-page" direction="column" height="fill">
      <Card borderBottom padding={2}>
        <Flex align="center" gap={1} role="group" aria-label={t('publicPage.language')} wrap="wrap">
          {languages.map(({id, title}) => (
            <Button
              aria-pressed={id === language}
              fontSize={1}
              key={id}
              lang={id}
              mode="bleed"
              onClick={() => onLanguage(id)}
              padding={2}
              selected={id === language}
              text={title}
            />
          ))}
          <Box flex={1} />
          <Button
            as="a"
            fontSize={1}
            href={address}
            icon={LaunchIcon}
            mode="bleed"
            padding={2}
            rel="noreferrer"
            target="_blank"
            text={t('publicPage.open')}
          />
        </Flex>
      </Card>
      {error && (
        <Box padding={5}>
          <Text as="p">{t('publicPage.failed', {reason: error})}</Text>
        </Box>
      )}
      {!address && !error && (
        <Box padding={5}>
          <Spinner muted />
        </Box>
      )}
      {address && (
        // The name tells the page that the form stands beside it.
        <iframe
          key={address}
          name="public-page"
          sandbox={WHAT_THE_PAGE_MAY}
          src={address}
          style={{border: 0, flex: 1, minHeight: '70vh', width: '100%'}}
          title={t('view.publicPage')}
        />
      )}
    </Flex>
  )
}

function slugOf(displayed: Record<string, unknown> | null): string | undefined {
  const slug = displayed?.['slug']
  return typeof slug === 'object' && slug && 'current' in slug && typeof slug.current === 'string'
    ? slug.current
    : undefined
}
