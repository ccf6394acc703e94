import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type AnswerCache, createAnswerCache } from '../../platform/answer-cache.ts'
import type { Shop } from '../../platform/context.ts'
import { onListChange } from './product-list.ts'
import { productEvents } from './product-tiles.ts'

/** A rendered page that is the same for everybody, but for the number on the cart. */
export type KeptPage = {
  html: string
  headers: Record<string, string>
  madeAt: number
  /** Ready bodies by "encoding count". */
  bodies: Map<string, Promise<{ body: Buffer; etag: string }>>
}

/** Where a page shows what is in the visitor's own cart; replaced in each answer, so that pages can be shared. */
export const cartMark = '<!--barrow:cart-count-->'

const bytesMax = 48 * 1024 * 1024
/** Pages name delivery dates, so none is kept for long. */
const secondsMax = 120

const caches = new WeakMap<Shop, AnswerCache<KeptPage>>()

/** The shop's pages in memory, emptied in every process when something that they show changes. */
export function pageCache(ctx: Shop): AnswerCache<KeptPage> {
  let cache = caches.get(ctx)
  if (!cache) {
    const made = createAnswerCache<KeptPage>({ bytesMax })
    ctx.changes.on(productEvents, (change) => {
      if (change === 'lost') made.clear()
      else made.drop(change.subject)
    })
    onListChange(ctx, () => made.drop('list'))
    ctx.changes.on(['category.changed', 'store.changed'], () => made.clear())
    caches.set(ctx, made)
    cache = made
  }
  return cache
}

/** Whether a kept page may still be shown: its dates are right for two minutes. */
export function isFresh(page: KeptPage, now: Date): boolean {
  return now.getTime() - page.madeAt < secondsMax * 1000
}

/** The page as one visitor gets it: with the count of their cart, in the best encoding their browser takes. */
export function bodyFor(
  page: KeptPage,
  visitor: { acceptEncoding: string; cartCount: number },
): Promise<{ body: Buffer; etag: string }> {
  const encoding = encodingFor(visitor.acceptEncoding)
  const key = `${encoding} ${visitor.cartCount}`
  let made = page.bodies.get(key)
  if (!made) {
    // Most carts hold few things; a page keeps a handful of ready bodies and makes the rest anew.
    if (page.bodies.size > 12) page.bodies.clear()
    made = encode(withCartCount(page.html, visitor.cartCount), encoding)
    page.bodies.set(key, made)
  }
  return made
}

export type Encoding = 'br' | 'gzip' | 'identity'

/** The best encoding that a browser says it takes. */
export function encodingFor(acceptEncoding: string): Encoding {
  if (/\bbr\b/.test(acceptEncoding)) return 'br'
  return /\bgzip\b/.test(acceptEncoding) ? 'gzip' : 'identity'
}

/** Puts the visitor's own count where the page left room for it. */
export function withCartCount(html: string, count: number): string {
  return html.replaceAll(cartMark, count > 0 ? `<span class="cart-count">${count > 99 ? '99+' : count}</span>` : '')
}

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** Encodes a page. Quality 5 is where more work stops paying for pages of this size. */
export async function encode(html: string, encoding: Encoding): Promise<{ body: Buffer; etag: string }> {
  const plain = Buffer.from(html)
  const etag = `"${createHash('sha1').update(plain).digest('base64url')}-${encoding}"`
  if (encoding === 'br')
    return { etag, body: await brotliAsync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) }
  if (encoding === 'gzip') return { etag, body: await gzipAsync(plain, { level: 6 }) }
  return { etag, body: plain }
}
