import type {english} from './english.ts'

/** The words of the desk in Dutch. */
export const dutch: Record<keyof typeof english, string> = {
  'sign-in': 'Aanmelden op deze computer',
  'desk.title': 'Inhoud',
  'desk.fund': 'Het trustfonds',
  'desk.rounds': 'Rondes van het fonds',
  'desk.projects': 'Projecten',
  'desk.projects.all': 'Alle projecten',
  'desk.projects.byRound': 'Per ronde',
  'desk.projects.byTheme': 'Per thema',
  'desk.projects.byPlace': 'Per land of regio',
  'desk.projects.withoutRound': 'Buiten de rondes',
  'desk.agreements': 'Akkoorden',
  'desk.agreements.all': 'Alle akkoorden',
  'desk.agreements.annexes': 'Bijlagen per akkoord',
  'desk.annexes': 'Bijlagen',
  'desk.attention': 'Te bekijken',
  'desk.attention.notes': 'Met open vragen',
  'desk.attention.withoutAmount': 'Projecten zonder bedrag',
  'desk.attention.withoutPeriod': 'Projecten zonder begindatum',
  'desk.lists': 'Keuzelijsten',
  'desk.organisations': 'Organisaties',
  'desk.places': 'Landen en regio’s',
  'desk.themes': 'Thema’s',
  'template.project-in-round': 'Project in deze ronde',
  'template.annex-of-agreement': 'Bijlage bij dit akkoord',
}
