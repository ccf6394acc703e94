import { createHmac } from 'node:crypto'

/** What webhooks are signed with. It follows from the secret that bank and shop share, so that it needs no setting. */
export function webhookSecretOf(secret: string): string {
  return `whsec_${createHmac('sha256', secret).update('webhooks').digest('base64')}`
}
