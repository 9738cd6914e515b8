import type {PluginOptions} from 'sanity'
import {media} from 'sanity-plugin-media'
import {PhotoDetails} from './PhotoDetails.tsx'

/**
 * All photos and files in one place, as a tool and as where photo fields pick from. The credit belongs to
 * the use of a photo here, so the browser does not ask for one of its own.
 */
export const mediaBrowser = (): PluginOptions =>
  media({creditLine: {enabled: false}, components: {details: PhotoDetails}})
