import { showCartCount } from '../cart-count.ts'
import { openQuantities } from '../quantity.ts'

/** Changes the cart without leaving the page: each form is sent, and the new cart is put in the place of the old. */
const undoMs = 9000
let sending = Promise.resolve()

document.addEventListener('change', (event) => {
  const form = (event.target as HTMLElement).closest<HTMLFormElement>('form[data-line]')
  if (form?.reportValidity()) send(form, undefined)
})
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (!form.matches('[data-line]')) return
  event.preventDefault()
  send(form, event.submitter as HTMLButtonElement | undefined)
})
passBy()

function send(form: HTMLFormElement, submitter: HTMLButtonElement | undefined): void {
  const body = new URLSearchParams(new FormData(form, submitter ?? null) as never)
  const focus = placeOf(document.activeElement)
  // One after another, so that two quick taps end with what the second one asked for.
  sending = sending.then(async () => {
    try {
      // Not form.action: a button of that name stands before it.
      const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body })
      if (!answer.ok) throw new Error(String(answer.status))
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'), focus)
    } catch {
      location.reload()
    }
  })
}

function show(next: Document, focus: string | undefined): void {
  const cart = next.querySelector('[data-cart]')
  if (!cart) return location.reload()
  document.querySelector('[data-cart]')?.replaceWith(cart)
  document.body.className = next.body.className
  openQuantities(cart)
  showCartCount()
  passBy()
  const place =
    (focus && cart.querySelector<HTMLElement>(focus)) || cart.querySelector<HTMLElement>('[data-passing] button')
  place?.focus({ preventScroll: true })
}

/** How to find the same control again once the cart has been drawn anew. */
function placeOf(element: Element | null): string | undefined {
  const form = element?.closest('form[data-line]')
  if (!element || !form?.id) return undefined
  const step = (element as HTMLElement).dataset.step
  return step
    ? `#${form.id} [data-step="${step}"]`
    : element.matches('input')
      ? `#${form.id} input[type=number]`
      : undefined
}

/** The way back after a removal stays long enough to be read and tapped, and as long as somebody is at it. */
function passBy(): void {
  const note = document.querySelector<HTMLElement>('[data-passing]')
  if (!note) return
  const leave = () => {
    if (note.matches(':hover, :focus-within')) setTimeout(leave, undoMs)
    else note.remove()
  }
  setTimeout(leave, undoMs)
  history.replaceState(history.state, '', location.pathname)
}
