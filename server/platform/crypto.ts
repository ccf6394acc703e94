import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals and opens personal data at rest, and makes keyed look-up hashes. Made from the shop's data secret. */
export type Vault = {
  /** Seals a value as bytes: version, nonce, tag, ciphertext (AES-256-GCM). `context` must be the same to open it. */
  seal(value: unknown, context: string): Buffer
  /** Opens what `seal` made; throws when it was altered, or sealed under another context. */
  open<T>(sealed: Buffer, context: string): T
  /** A keyed hash, so that a record is found by a value that is not stored in clear. */
  lookup(value: string): Buffer
}

const version = 1

/** Makes the vault. The first secret seals; older ones still open what they sealed (key rotation). */
export function createVault(secrets: readonly string[]): Vault {
  const [current] = secrets
  if (current === undefined) throw new Error('a vault needs a secret')
  const keys = secrets.map((secret) => deriveKey(secret, 'seal'))
  const lookupKey = deriveKey(secrets.at(-1) as string, 'lookup')
  return {
    seal(value, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keys[0] as Buffer, nonce)
      cipher.setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
    },
    open<T>(sealed: Buffer, context: string): T {
      if (sealed[0] !== version) throw new Error('sealed data is of a version that this shop does not know')
      for (const key of keys) {
        try {
          const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
          decipher.setAAD(Buffer.from(context))
          decipher.setAuthTag(sealed.subarray(13, 29))
          const clear = Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
          return JSON.parse(clear.toString('utf8')) as T
        } catch {
          // Another key of the rotation may have sealed it.
        }
      }
      throw new Error('sealed data does not open with any of the secrets')
    },
    lookup(value) {
      return createHmac('sha256', lookupKey).update(value).digest()
    },
  }
}

function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'barrow', purpose, 32))
}

/** The hash under which a bearer secret is stored, so that a stolen database opens no cart and no order. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
