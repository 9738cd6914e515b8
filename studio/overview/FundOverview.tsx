import {Box, Card, Container, Grid, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {lazy, Suspense, useId, useState, type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {label} from '../../schemas/labels/interfaceLanguage.ts'
import {channels} from '../../schemas/values/channels.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {useLiveQuery} from '../useLiveQuery.ts'
import {FindProject} from './FindProject.tsx'
import {byChannel, byCountry, byPlace, byRound, byTheme, missing, spans} from './figures.ts'
import {MissingFacts} from './MissingFacts.tsx'
import {OVERVIEW_QUERY, type FundFacts} from './overviewQuery.ts'
import {RoundChart} from './RoundChart.tsx'
import {ShareChart} from './ShareChart.tsx'
import {TimeLine} from './TimeLine.tsx'

/** The shapes of the countries are large, and only needed here. */
const PlaceMap = lazy(() => import('./PlaceMap.tsx').then((module) => ({default: module.PlaceMap})))

/** The fund at a glance: computed from the documents, drafts included, and again at every change. */
export function FundOverview() {
  const {t} = useTranslation(DESK_LABELS)
  const {data, error} = useLiveQuery<FundFacts>(OVERVIEW_QUERY)
  return (
    <Box overflow="auto" height="fill" as="main">
      <Container width={4} padding={[3, 4, 5]}>
        <Stack gap={5}>
          <Stack gap={3}>
            <Heading as="h1" size={3}>
              {t('overview.title')}
            </Heading>
            <Text as="p" muted size={1}>
              {t('overview.lead')}
            </Text>
          </Stack>
          {error && <Text as="p">{error}</Text>}
          {!data && !error && <Spinner muted />}
          {data && <Charts facts={data} />}
        </Stack>
      </Container>
    </Box>
  )
}

function Charts({facts}: {facts: FundFacts}) {
  const {t} = useTranslation(DESK_LABELS)
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  return (
    <Grid gridTemplateColumns={[1, 1, 1, 2]} gap={4}>
      <Section title={t('overview.rounds.title')} note={t('overview.rounds.note')}>
        <RoundChart rounds={byRound(facts)} />
      </Section>
      <Section title={t('overview.find.title')}>
        <FindProject projects={facts.projects} />
      </Section>
      <Section title={t('overview.time.title')} note={t('overview.time.note')}>
        <TimeLine spans={spans(facts)} today={today} />
      </Section>
      <Section title={t('overview.missing.title')} note={t('overview.missing.note')}>
        <MissingFacts missing={missing(facts)} />
      </Section>
      <Section title={t('overview.places.title')} note={t('overview.shares.note')}>
        <Suspense fallback={<Spinner muted />}>
          <PlaceMap countries={byCountry(facts)} />
        </Suspense>
        <ShareChart
          caption={t('overview.places.title')}
          heading={t('overview.place')}
          shares={byPlace(facts)}
          type="place"
          nameOf={() => t('overview.places.none')}
        />
      </Section>
      <Section title={t('overview.themes.title')} note={t('overview.shares.note')}>
        <ShareChart
          caption={t('overview.themes.title')}
          heading={t('overview.theme')}
          shares={byTheme(facts)}
          type="theme"
          nameOf={() => t('overview.themes.none')}
        />
      </Section>
      <Section title={t('overview.channels.title')}>
        <ShareChart
          caption={t('overview.channels.title')}
          heading={t('overview.channel')}
          shares={byChannel(facts)}
          nameOf={({key}) => label(channels.find(({value}) => value === key)?.title ?? key)}
        />
      </Section>
    </Grid>
  )
}

function Section({title, note, children}: {title: string; note?: string; children: ReactNode}) {
  const id = useId()
  return (
    <Card
      as="section"
      border
      padding={4}
      radius={3}
      aria-labelledby={id}
      style={{containerType: 'inline-size'}}
    >
      <Stack gap={4}>
        <Heading as="h2" size={1} id={id}>
          {title}
        </Heading>
        {note && (
          <Text as="p" muted size={1}>
            {note}
          </Text>
        )}
        {children}
      </Stack>
    </Card>
  )
}
