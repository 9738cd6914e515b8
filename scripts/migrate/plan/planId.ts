import {canonicalJson, sha256} from '../identity.ts'
import type {Plan} from './model.ts'

/** The hash of a plan's content. */
export const planIdOf = (body: Omit<Plan, 'planId'>): string => sha256(canonicalJson(body))
