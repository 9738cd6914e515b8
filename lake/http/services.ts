import type {Context} from 'hono'
import type {Access} from '../access/access.ts'
import type {Identity} from '../access/roles.ts'
import type {AssetHandlers} from '../assets/index.ts'
import type {Backups} from '../backup/backups.ts'
import type {Lake} from '../dataset/index.ts'
import type {Streams} from '../stream/streams.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'
import type {Report} from './errors.ts'
import type {Ledger} from './ledger.ts'

/** What the handlers of one lake work with. */
export interface Services {
  lake: Lake
  access: Access
  assets: AssetHandlers
  streams: Streams
  webhooks: Webhooks
  backups: Backups
  ledger: Ledger
  /** Used where a request names no project. */
  defaultProject: string
  /** Created on first use in any project. */
  defaultDataset: string
  /** Whether `/dev-login` signs anyone in: only where the lake can't be reached from elsewhere. */
  devLogin: boolean
  /** The host name the lake was told to bind to, when it isn't loopback. */
  extraHost?: string
  /** What a page from an origin may do; `undefined` when nothing. */
  originRule: (origin: string, host: string | undefined) => {credentials: boolean} | undefined
  /** Built Studio, served where no endpoint matches. */
  studioDir?: string
  /** What that Studio is told at its start. */
  studioSettings: () => Record<string, string>
  report: Report
  /** The origin that clients reach the lake at. */
  origin(): string
}

/** What the middleware finds out about a request before its handler runs. */
export interface LakeEnv {
  Variables: {
    identity: Identity
    project: string
    apiVersion: string
  }
}

export type LakeContext = Context<LakeEnv>
