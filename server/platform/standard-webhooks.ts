import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a webhook carries besides its body, as standardwebhooks.com names it. */
export type WebhookHeaders = { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string }

const secretPrefix = 'whsec_'
/** A message older or newer than this is refused, so that one that was listened to is worth nothing later. */
const toleranceSeconds = 300

/** Signs a message: HMAC-SHA256 over id, time and body, as `v1,<base64>`. The secret looks like `whsec_<base64>`. */
export function signWebhook(of: { secret: string; id: string; at: Date; body: string | Buffer }): WebhookHeaders {
  const timestamp = String(Math.floor(of.at.getTime() / 1000))
  return {
    'webhook-id': of.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${digest(of.secret, of.id, timestamp, of.body).toString('base64')}`,
  }
}

/**
 * Whether a message was signed with one of the secrets, within five minutes of `now`. Several signatures may stand in
 * the header and several secrets may be given, so that a secret can be changed without losing a message.
 */
export function isSignedWebhook(of: {
  secrets: readonly string[]
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string | Buffer
  now: Date
}): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => of.headers[name],
  )
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(of.now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return false
  const given = signatures
    .split(' ')
    .slice(0, 10)
    .flatMap((signature) => (signature.startsWith('v1,') ? [Buffer.from(signature.slice(3), 'base64')] : []))
  return of.secrets.some((secret) => {
    const expected = digest(secret, id, timestamp, of.body)
    return given.some((each) => each.length === expected.length && timingSafeEqual(each, expected))
  })
}

function digest(secret: string, id: string, timestamp: string, body: string | Buffer): Buffer {
  const key = Buffer.from(secret.startsWith(secretPrefix) ? secret.slice(secretPrefix.length) : secret, 'base64')
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
}
