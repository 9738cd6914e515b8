import {fund, type Language} from '../../../fund.ts'
import {ProjectList} from './ProjectList.tsx'

/** Rendered on the server, again at most once a minute; an open page follows what is published by itself. */
export const revalidate = 60

/** The languages that the page is made in beforehand. */
export const generateStaticParams = () => [{language: 'nl'}, {language: 'en'}]

/** The projects of the trust fund, in the language of the address. */
export default async function ProjectsPage({params}: {params: Promise<{language: Language}>}) {
  const {language} = await params
  const projects = await fund.ask('projects', {language, channel: 'trustFund'})
  return (
    <main lang={language}>
      <h1>{language === 'nl' ? 'Projecten' : 'Projects'}</h1>
      <ProjectList language={language} projects={projects} />
    </main>
  )
}
