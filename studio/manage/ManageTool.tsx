import {Box, Card, Container, Stack, Tab, TabList, TabPanel} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'
import {DESK_LABELS} from '../labels/index.ts'
import {sections} from './sections.ts'

/** What staff do with many documents at once: one tab for each. */
export function ManageTool() {
  const {t} = useTranslation(DESK_LABELS)
  const {state, navigate} = useRouter()
  const section = sections.find(({id}) => id === state['section']) ?? sections[0]
  const Section = section?.component
  return (
    <Box overflow="auto" height="fill" as="main">
      <Container width={3} padding={[3, 4, 5]}>
        <Stack gap={5}>
          <Card borderBottom paddingBottom={3}>
            <TabList gap={2} aria-label={t('manage.sections')}>
              {sections.map(({id, label}) => (
                <Tab
                  key={id}
                  id={`manage-tab-${id}`}
                  aria-controls={`manage-panel-${id}`}
                  label={t(label)}
                  selected={id === section?.id}
                  onClick={() => navigate({section: id})}
                />
              ))}
            </TabList>
          </Card>
          {section && Section && (
            <TabPanel id={`manage-panel-${section.id}`} aria-labelledby={`manage-tab-${section.id}`}>
              <Section />
            </TabPanel>
          )}
        </Stack>
      </Container>
    </Box>
  )
}
