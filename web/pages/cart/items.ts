import type { APIContext, APIRoute } from 'astro'
import { jsonAnswer, numberIn, seeOther, textIn, wantsJson } from '../../shop/cart/answer-form.ts'
import { askOfCart, cartSession, rememberCount, startCart } from '../../shop/cart/own-cart.ts'
import { variantIn } from '../../shop/product/variant-choice.ts'
import { ask } from '../../ui/api.ts'
import type { Product, Variant } from '../../ui/api-types.ts'
import { speak } from '../../ui/speak.ts'

/** Puts something in the visitor's cart: the form of a product's page. */
export const POST: APIRoute = async (context) => {
  const { locals, request } = context
  const { locale, t, href } = speak(locals)
  const form = await request.formData()
  const slug = textIn(form, 'product')
  const found = await ask<Product>(locals, `GET /api/products/${encodeURIComponent(slug)}`, { query: { locale } })
  if (!found.ok) return refuse(context, { path: href('/cart'), message: t.product.missing })
  const product = found.value
  const variant = variantIn(product, form)
  const page = href(`/p/${product.slug}`)
  if (!variant) return refuse(context, { path: `${page}?problem=choose`, message: t.product.notChosen })

  const answer = await add(context, variant, numberIn(form, 'quantity', 1))
  if (!answer.ok) {
    const left = Number(answer.problem.details?.available ?? 0)
    const isGone = answer.problem.code === 'carts.sold-out'
    const message = isGone ? t.product.soldOut : left > 0 ? t.product.onlyLeft(left) : t.cart.failed
    const problem = isGone ? 'sold-out' : left > 0 ? 'few' : 'failed'
    return refuse(context, { path: `${page}?variant=${variant.id}&problem=${problem}`, message })
  }
  rememberCount(context, answer.value.itemCount)
  if (!wantsJson(request)) return seeOther(href('/cart'))
  return jsonAnswer(200, { added: { title: product.title, variant: variant.title }, count: answer.value.itemCount })
}

async function add(context: APIContext, variant: Variant, quantity: number) {
  const body = { variantId: variant.id, quantity }
  const session = cartSession(context)
  if (session) {
    const answer = await askOfCart(context, session, 'POST /items', body)
    // A cart that is gone, or has become an order, makes room for a new one.
    if (answer.ok || !['carts.not-found', 'carts.already-ordered'].includes(answer.problem.code)) return answer
  }
  return askOfCart(context, await startCart(context), 'POST /items', body)
}

function refuse({ request }: APIContext, { path, message }: { path: string; message: string }): Response {
  return wantsJson(request) ? jsonAnswer(409, { message }) : seeOther(path)
}
