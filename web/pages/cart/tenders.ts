import type { APIRoute } from 'astro'
import { seeOther, textIn } from '../../shop/cart/answer-form.ts'
import { askOfCart, cartSession, startCart } from '../../shop/cart/own-cart.ts'
import { speak } from '../../ui/speak.ts'

/** Pays with a gift card or store credit, or not any more: forms of the cart, the checkout and the balance's page. */
export const POST: APIRoute = async (context) => {
  const { href } = speak(context.locals)
  const form = await context.request.formData()
  const back = textIn(form, 'back') === '/checkout' ? '/checkout' : '/cart'
  const removed = textIn(form, 'removeTender')
  const session = cartSession(context)
  if (removed) {
    if (session) await askOfCart(context, session, `DELETE /tenders/${encodeURIComponent(removed)}`)
    return seeOther(href(back))
  }
  const [storeCreditId, key, code] = [textIn(form, 'credit'), textIn(form, 'key'), textIn(form, 'code')]
  const body = storeCreditId ? { storeCreditId, key } : { code: code.slice(0, 60) || '-' }
  const answer = await askOfCart(context, session ?? (await startCart(context)), 'POST /tenders', body)
  if (answer.ok) return seeOther(href(back))
  return seeOther(href(`${back}?problem=${answer.status === 429 ? 'gift-card-tries' : 'gift-card'}`))
}
