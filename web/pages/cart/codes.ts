import type { APIRoute } from 'astro'
import { seeOther, textIn } from '../../shop/cart/answer-form.ts'
import { askOfCart, cartSession } from '../../shop/cart/own-cart.ts'
import { speak } from '../../ui/speak.ts'

const problems: Record<string, string> = {
  'promotions.code-not-valid': 'code',
  'promotions.too-many-tries': 'tries',
  'promotions.too-many-codes': 'codes',
}

/** Enters a code, or takes one out: the form of the cart and of the checkout. */
export const POST: APIRoute = async (context) => {
  const { href } = speak(context.locals)
  const session = cartSession(context)
  if (!session) return seeOther(href('/cart'))
  const form = await context.request.formData()
  const back = textIn(form, 'back') === '/checkout' ? '/checkout' : '/cart'
  const removed = textIn(form, 'remove')
  const code = textIn(form, 'code')
  if (!removed && !code) return seeOther(href(back))
  const answer = removed
    ? await askOfCart(context, session, `DELETE /codes/${encodeURIComponent(removed)}`)
    : await askOfCart(context, session, 'POST /codes', { code: code.slice(0, 60) })
  if (answer.ok) return seeOther(href(back))
  return seeOther(href(`${back}?problem=${problems[answer.problem.code] ?? 'failed'}`))
}
