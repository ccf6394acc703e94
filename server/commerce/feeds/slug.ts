import { createHash } from 'node:crypto'

const slugMax = 100
const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' }

/** An address made from a title: "Crème Brûlée Dish" is "creme-brulee-dish". Letters of other scripts stay. */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= slugMax) return plain
  const cut = plain.slice(0, slugMax)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), slugMax / 2)).replace(/-+$/, '')
}

/** A category's address has ASCII letters only; a title without any gets one made from its hash. */
export function categorySlugOf(title: string): string {
  const ascii = slugOf(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return ascii || `category-${createHash('sha256').update(title).digest('hex').slice(0, 10)}`
}

/** A handle that can be an address is kept letter by letter; any other becomes one. */
export function slugOfHandle(handle: string): string {
  const trimmed = handle.trim().normalize('NFC')
  return /^[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*$/u.test(trimmed) ? trimmed : slugOf(trimmed)
}
