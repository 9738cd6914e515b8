import {createHmac} from 'node:crypto'
import type {Attempt, Message, Webhook} from './webhook.ts'

/** The service's own limit. */
const TIMEOUT_MS = 30_000

/** How much of an answer is kept for people to read. */
const KEPT_CHARACTERS = 2000

/** Tries once to send a message. */
export async function sendMessage(
  hook: Webhook,
  message: Message,
  attemptId: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const started = performance.now()
  const base = {id: attemptId, messageId: message.id, hookId: hook.id, createdAt: new Date().toISOString()}
  const done = (outcome: Pick<Attempt, 'failureReason' | 'resultCode' | 'resultBody'>): Attempt => ({
    ...base,
    ...outcome,
    inProgress: false,
    isFailure: outcome.failureReason !== null,
    duration: Math.round(performance.now() - started),
  })
  try {
    const response = await fetch(hook.url, {
      method: hook.httpMethod,
      headers: headersOf(hook, message),
      body: hook.httpMethod === 'GET' ? undefined : message.payload,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    const resultBody = (await response.text()).slice(0, KEPT_CHARACTERS)
    return done({failureReason: response.ok ? null : 'http', resultCode: response.status, resultBody})
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return done({failureReason: timedOut ? 'timeout' : 'network', resultCode: null, resultBody: ''})
  }
}

/** Whether another try may do better: not when the receiver has understood and refused. */
export const isWorthRetrying = ({failureReason, resultCode}: Attempt): boolean =>
  failureReason !== null && (resultCode === null || resultCode === 429 || resultCode >= 500)

function headersOf(hook: Webhook, message: Message): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(hook.headers)) headers.set(name, value)
  headers.set('content-type', 'application/json')
  headers.set('idempotency-key', message.id)
  headers.set('sanity-project-id', hook.projectId)
  headers.set('sanity-dataset', message.dataset)
  headers.set('sanity-webhook-id', hook.id)
  headers.set('sanity-document-id', message.documentId)
  headers.set('sanity-transaction-id', message.transactionId)
  headers.set('sanity-transaction-time', message.transactionTime)
  headers.set('sanity-operation', message.operation)
  if (hook.secret !== null) headers.set('sanity-webhook-signature', signature(hook.secret, message.payload))
  return headers
}

/** As `@sanity/webhook` checks it: over the time and the body. */
function signature(secret: string, payload: string): string {
  const time = Date.now()
  const hash = createHmac('sha256', secret).update(`${time}.${payload}`).digest('base64url')
  return `t=${time},v1=${hash}`
}
