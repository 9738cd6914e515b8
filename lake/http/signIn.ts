import {Hono} from 'hono'
import {isAllowedOrigin} from '../access/origins.ts'
import {isRole} from '../access/roles.ts'
import {platformError} from '../model/errors.ts'
import type {LakeEnv, Services} from './services.ts'

/** How long the Studio may believe that its token lives. */
const TOKEN_LIFETIME_MS = 365 * 24 * 60 * 60 * 1000

/** Exchange of a sign-in for a token, and the questions around it. */
export function authRoutes(services: Services): Hono<LakeEnv> {
  const {access, devLogin} = services
  return new Hono<LakeEnv>()
    .get('/auth/providers', () => {
      const provider = {name: 'local', title: 'This machine', url: `${services.origin()}/dev-login`}
      return Response.json({providers: devLogin ? [provider] : [], thirdPartyLogin: false, sso: null})
    })
    .get('/auth/fetch', (c) => {
      const token = access.redeem(c.req.query('sid') ?? '')
      if (token === undefined) throw platformError(401, 'This sign-in is unknown or was used already')
      return Response.json({token}, {headers: {'cache-control': 'no-store'}})
    })
    .get('/auth/id', (c) => {
      const {user} = c.var.identity
      if (user === undefined) throw platformError(401, 'Unauthorized: nobody is signed in')
      return Response.json({id: user.id, expiry: new Date(Date.now() + TOKEN_LIFETIME_MS).toISOString()})
    })
    .post('/auth/logout', (c) => {
      const {identity} = c.var
      if (identity.user !== undefined) {
        access.signOut(identity.token)
        services.streams.disconnect(({token}) => token === identity.token, 'Signed out')
      }
      return Response.json({ok: true})
    })
}

/**
 * `/dev-login?origin=<where to return>`: signs in whoever sits at this machine and sends them back with
 * a session id in the fragment. `as=editor` or `as=viewer` tries those roles.
 */
export function devLoginRoute({access, devLogin}: Services): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get('/dev-login', (c) => {
    if (!devLogin) throw platformError(403, 'Sign-in without a token works on the lake’s own machine only')
    if (c.req.header('sec-fetch-site') === 'cross-site') {
      throw platformError(403, 'Sign-in starts from the Studio, not from another site')
    }
    const {host, origin: own} = new URL(c.req.url)
    const back = c.req.query('origin') ?? own
    if (!URL.canParse(back) || !isAllowedOrigin(new URL(back).origin, host)) {
      throw platformError(403, 'Sign-in returns to a Studio on this machine only')
    }
    const role = c.req.query('as') ?? 'administrator'
    if (!isRole(role)) throw platformError(400, `There is no role "${role}"`)
    const target = new URL(back)
    target.hash = `sid=${access.startSession(role)}`
    return new Response(null, {
      status: 302,
      headers: {location: target.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer'},
    })
  })
}
