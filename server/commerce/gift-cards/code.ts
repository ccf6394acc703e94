import { randomInt } from 'node:crypto'
import type { Shop } from '../../platform/context.ts'

// Crockford's alphabet: no I, L, O or U, which people read as something else, or as a word.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const lettersOfCode = 20

/** A new code of 100 random bits, as people copy it from a mail: `7K2M-XW9Q-...`. Keep its hash, not the code. */
export function newCode(): string {
  const code = Array.from({ length: lettersOfCode }, () => letters[randomInt(letters.length)]).join('')
  return code.replace(/(.{4})(?!$)/g, '$1-')
}

/** A code as it was meant: in capitals, without spaces and dashes, letters that look alike read as the ones there are. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** Under which a card is found by its code. Keyed, so that a stolen database does not tell whether a guess is right. */
export function codeHash(ctx: Shop, typed: string): Buffer {
  return ctx.vault.lookup(`gift-card-code:${plainCode(typed)}`)
}

/** The last four characters: enough to tell two cards apart, and nothing to guess the rest from. */
export function lastFourOf(code: string): string {
  return plainCode(code).slice(-4)
}
