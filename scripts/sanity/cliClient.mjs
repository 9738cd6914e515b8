// Loaded into the stock Sanity CLI while it works on the embedded lake, with loopbackNames.mjs. The
// CLI's getCliClient(), which scripts of `sanity exec` call, ignores where the CLI points. It is given
// a createClient that speaks to the lake unless the script itself says where to.
import {registerHooks} from 'node:module'

const CLI_CLIENT = /\/@sanity\/cli\/dist\/util\/cliClient\.js$/
const LAKE_CLIENT = new URL('lakeClient.mjs', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const isAsked = specifier === '@sanity/client' && CLI_CLIENT.test(context.parentURL ?? '')
    return isAsked ? {url: LAKE_CLIENT, format: 'module', shortCircuit: true} : next(specifier, context)
  },
})
