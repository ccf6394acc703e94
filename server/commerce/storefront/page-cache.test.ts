import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bodyFor, cartMark, keepable } from './page-cache.ts'

const html = `<header>Cart ${cartMark}</header><p>Größe 2 “weit”</p>`
const keep = (acceptEncoding: string, cartCount: number) =>
  keepable(html, { headers: {}, madeAt: 0, visitor: { acceptEncoding, cartCount } })

test('each visitor gets the page with the number of their own cart, in an encoding that they take', async () => {
  const page = await keep('gzip, deflate, br', 0)
  const shown = async (acceptEncoding: string, cartCount: number) =>
    (await bodyFor(page, { acceptEncoding, cartCount })).body
  expect(brotliDecompressSync(await shown('br', 0)).toString()).toBe('<header>Cart </header><p>Größe 2 “weit”</p>')
  expect(gunzipSync(await shown('gzip', 3)).toString()).toContain('<span class="cart-count">3</span>')
  expect((await shown('', 120)).toString()).toBe(
    '<header>Cart <span class="cart-count">99+</span></header><p>Größe 2 “weit”</p>',
  )
})

test('the same page has the same tag, another number on the cart another', async () => {
  const page = await keep('br', 1)
  const tag = async (acceptEncoding: string, cartCount: number) =>
    (await bodyFor(page, { acceptEncoding, cartCount })).etag
  expect(await tag('br', 1)).toBe(await tag('br', 1))
  expect(await tag('br', 1)).not.toBe(await tag('br', 2))
  expect(await tag('br', 1)).not.toBe(await tag('gzip', 1))
})
