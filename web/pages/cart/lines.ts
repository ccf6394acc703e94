import type { APIRoute } from 'astro'
import { numberIn, seeOther, textIn } from '../../shop/cart/answer-form.ts'
import { askOfCart, cartSession, rememberCount } from '../../shop/cart/own-cart.ts'
import { speak } from '../../ui/speak.ts'

/** Changes, removes or brings back a line of the visitor's cart: the forms of the cart's page. */
export const POST: APIRoute = async (context) => {
  const { href } = speak(context.locals)
  const session = cartSession(context)
  if (!session) return seeOther(href('/cart'))
  const form = await context.request.formData()
  const action = textIn(form, 'action') || 'update'
  const line = textIn(form, 'line')
  const variant = textIn(form, 'variantId')
  const quantity = Math.max(0, Math.min(99, numberIn(form, 'quantity', 1)))
  const isRemoval = action === 'remove' || (action === 'update' && quantity === 0)

  const answer = isRemoval
    ? await askOfCart(context, session, `DELETE /items/${encodeURIComponent(line)}`)
    : action === 'undo'
      ? await askOfCart(context, session, 'POST /items', { variantId: variant, quantity: Math.max(1, quantity) })
      : await askOfCart(context, session, `PATCH /items/${encodeURIComponent(line)}`, { quantity })
  if (answer.ok) {
    rememberCount(context, answer.value.itemCount)
    const removed = new URLSearchParams({
      removed: variant,
      of: textIn(form, 'product'),
      quantity: textIn(form, 'had'),
    })
    return seeOther(href(isRemoval ? `/cart?${removed}` : '/cart'))
  }
  const { code } = answer.problem
  const isShort = code === 'carts.out-of-stock' || code === 'carts.sold-out'
  return seeOther(href(`/cart?problem=${isShort ? 'few' : 'failed'}`))
}
