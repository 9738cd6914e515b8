import {createClient as create} from '@sanity/client'

/** @param {import('@sanity/client').ClientConfig} config what the CLI's getCliClient asks for */
export const createClient = (config) =>
  create({apiHost: process.env['SANITY_INTERNAL_ENV'], useProjectHostname: false, ...config})
