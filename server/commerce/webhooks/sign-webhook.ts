import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new secret for an endpoint: 32 random bytes, as Standard Webhooks writes them. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64')
}

/**
 * The headers by which a receiver knows that it is us, that nothing was changed, and that it is new (Standard Webhooks
 * 1.0, https://www.standardwebhooks.com): the id stays the same in every try, the time is that of the try, and each secret
 * signs `id.timestamp.body` with HMAC-SHA256.
 */
export function signWebhook(of: { id: string; body: string; at: Date; secrets: readonly string[] }) {
  const timestamp = String(Math.floor(of.at.getTime() / 1000))
  const signatures = of.secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${of.id}.${timestamp}.${of.body}`).digest('base64')}`
  })
  return { 'webhook-id': of.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
