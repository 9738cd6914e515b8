/** The content, for the pages of this site. In a project of your own, import from `flanders-ilo-content`. */
import {createFundClient} from '../../queries/index.ts'

export type {Answer, Language} from '../../queries/index.ts'

/** The browser asks the lake too, so its address is no secret. */
export const fund = createFundClient({url: process.env.NEXT_PUBLIC_LAKE_URL ?? 'http://localhost:3333'})
