import {ArchiveIcon} from '@sanity/icons/Archive'
import {EditIcon} from '@sanity/icons/Edit'
import {LinkIcon} from '@sanity/icons/Link'
import type {DefaultDocumentNodeResolver} from 'sanity/structure'
import {Connections} from '../confidence/Connections.tsx'
import {Origin} from '../confidence/Origin.tsx'
import {deskWord} from '../labels/index.ts'

const WITHOUT_ORIGIN = new Set(['redirect', 'siteSettings'])

/** Beside the form: what refers to the document, and where it comes from. */
export const documentViews: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  S.document().views([
    S.view.form().title(deskWord('view.form')).icon(EditIcon),
    S.view.component(Connections).id('connections').title(deskWord('view.connections')).icon(LinkIcon),
    ...(WITHOUT_ORIGIN.has(schemaType)
      ? []
      : [S.view.component(Origin).id('origin').title(deskWord('view.origin')).icon(ArchiveIcon)]),
  ])
