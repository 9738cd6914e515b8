import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {presentationTool} from 'sanity/presentation'
import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {ENABLE_PATH} from '../../site/addresses.ts'
import {deskWord} from '../labels/index.ts'
import {locations} from './locations.ts'
import {mainDocuments} from './mainDocuments.ts'
import {hasSite, siteUrl} from './siteUrl.ts'

/** Sanity's tool that shows the site beside the form; nothing where there is no site to show. */
export const presentation = () =>
  hasSite
    ? [
        presentationTool({
          title: deskWord('presentation.tool'),
          icon: EyeOpenIcon,
          allowOrigins: siteUrl,
          previewUrl: {
            initial: async () => `${await siteUrl()}/${interfaceLanguage()}`,
            previewMode: {enable: ENABLE_PATH, shareAccess: false},
          },
          resolve: {locations, mainDocuments},
        }),
      ]
    : []
