import {ArchiveIcon} from '@sanity/icons/Archive'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {LinkIcon} from '@sanity/icons/Link'
import {UlistIcon} from '@sanity/icons/Ulist'
import type {DefaultDocumentNodeResolver} from 'sanity/structure'
import {Connections} from '../confidence/Connections.tsx'
import {Origin} from '../confidence/Origin.tsx'
import {deskWord} from '../labels/index.ts'
import {documentSections} from '../../site/addresses.ts'
import {PublicPage} from '../presentation/PublicPage.tsx'
import {hasSite} from '../presentation/siteUrl.ts'
import {Belongings} from './Belongings.tsx'
import {belongingsOf} from './belongings.ts'

const WITHOUT_ORIGIN = new Set(['redirect', 'siteSettings'])
const PUBLIC: ReadonlySet<string> = new Set(documentSections)

/** Beside the form: what belongs to the document, its page on the site, what refers to it, and where it comes from. */
export const documentViews: DefaultDocumentNodeResolver = (S, {schemaType}) => {
  const belongings = belongingsOf(schemaType)
  const title = belongings.length === 1 ? 'desk.projects' : 'view.belongings'
  return S.document().views([
    S.view.form().title(deskWord('view.form')).icon(EditIcon),
    ...(belongings.length > 0
      ? [S.view.component(Belongings).id('belongings').title(deskWord(title)).icon(UlistIcon)]
      : []),
    ...(hasSite && PUBLIC.has(schemaType)
      ? [S.view.component(PublicPage).id('public-page').title(deskWord('view.publicPage')).icon(EyeOpenIcon)]
      : []),
    S.view.component(Connections).id('connections').title(deskWord('view.connections')).icon(LinkIcon),
    ...(WITHOUT_ORIGIN.has(schemaType)
      ? []
      : [S.view.component(Origin).id('origin').title(deskWord('view.origin')).icon(ArchiveIcon)]),
  ])
}
