import type { Texts } from '../../ui/texts/index.ts'
import { openCardFrame } from './card-frame.ts'
import { openChallenge } from './challenge-dialog.ts'
import {
  checkFields,
  type FieldErrors,
  type FieldName,
  type Fields,
  fieldNames,
  problemOf,
  type Way,
} from './check-fields.ts'
import { dropDraft, keepDraft, restoreDraft } from './draft.ts'
import type { Notice } from './place-order.ts'

const form = document.querySelector<HTMLFormElement>('[data-checkout]')
if (form) openCheckout(form)

type Told = { location?: string; challengeReturn?: string; errors?: FieldErrors; notice?: Notice }
const patienceMs = 6000

function openCheckout(form: HTMLFormElement): void {
  const [address = ''] = (form.getAttribute('action') ?? '').split('#')
  const words = {
    ...(JSON.parse(form.dataset.errors ?? '{}') as Texts['checkout']['errors']),
    postcodeFormat: (example: string) => (form.dataset.example ?? '').replace('%', example),
  }
  const find = <T extends HTMLElement>(selector: string) => form.querySelector<T>(selector)
  const card = openCardFrame(form, () => {
    const page = find('[data-card-page]')
    if (page) page.hidden = false
  })
  let isPaying = false
  let updates = Promise.resolve()

  restoreDraft(form)
  form.addEventListener('input', () => keepDraft(form))
  form.addEventListener('focusout', ({ target }) => {
    const { name, value } = target as HTMLInputElement
    if (isField(name) && (value || errorPlace(name)?.textContent))
      showError(name, problemOf(name, fields(), way(), words))
  })
  form.addEventListener('change', ({ target }) => {
    if ((target as HTMLElement).matches('[data-updates]')) update()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    pay()
  })
  document.addEventListener('submit', (event) => {
    const partForm = event.target as HTMLFormElement
    if (!partForm.matches('[data-code-form], [data-tender-form]')) return
    event.preventDefault()
    sendPart(partForm, event.submitter, partForm.matches('[data-code-form]') ? '[data-codes]' : '[data-tenders]')
  })
  addEventListener('pageshow', ({ persisted }) => persisted && setPaying(false))

  function fields(): Fields {
    const data = new FormData(form)
    return Object.fromEntries(fieldNames.map((name) => [name, String(data.get(name) ?? '')])) as Fields
  }

  function way(): Way {
    const chosen = form.querySelector<HTMLInputElement>('[name=shippingMethodId]:checked')
    return chosen ? (chosen.dataset.kind === 'pickup' ? 'pickup' : 'delivery') : 'none'
  }

  /** Shows price, tax and dates for another country or another way of delivery. */
  function update(): void {
    const body = new URLSearchParams(new FormData(form) as never)
    body.set('action', 'update')
    updates = updates.then(async () => {
      try {
        const answer = await fetch(address, { method: 'POST', body })
        redraw(new DOMParser().parseFromString(await answer.text(), 'text/html'))
      } catch {
        say('offline')
      }
    })
  }

  /** A code or a gift card that was put in or taken out changes what is to be paid; what was typed elsewhere stays. */
  function sendPart(partForm: HTMLFormElement, submitter: HTMLElement | null, place: string): void {
    const body = new URLSearchParams(new FormData(partForm, submitter) as never)
    updates = updates.then(async () => {
      try {
        const answer = await fetch(partForm.getAttribute('action') ?? '', { method: 'POST', body })
        redraw(new DOMParser().parseFromString(await answer.text(), 'text/html'))
        find<HTMLElement>(`${place} [aria-invalid], ${place} summary`)?.focus()
      } catch {
        say('offline')
      }
    })
  }

  function redraw(next: Document): void {
    const focused = document.activeElement as HTMLInputElement | null
    const isOpen = find<HTMLDetailsElement>('[data-summary] details')?.open ?? false
    for (const part of ['[data-summary]', '[data-delivery]', '[data-pay]']) {
      const fresh = next.querySelector(part)
      if (!fresh) return location.assign(address)
      find(part)?.replaceWith(fresh)
    }
    const section = find('[data-card-section]')
    if (section) section.hidden = next.querySelector<HTMLElement>('[data-card-section]')?.hidden ?? true
    const fold = find<HTMLDetailsElement>('[data-summary] details')
    if (fold) fold.open = isOpen
    if (focused?.name === 'shippingMethodId') find<HTMLInputElement>(`[value="${focused.value}"]`)?.focus()
  }

  async function pay(): Promise<void> {
    // A second tap, while the first is on its way, is the same wish.
    if (isPaying) return
    const wrong = checkFields(fields(), way(), words)
    for (const name of fieldNames) showError(name, wrong[name])
    if (focusFirst(wrong)) return
    if (!navigator.onLine) return say('offline')
    setPaying(true)
    await updates
    const token = find<HTMLInputElement>('[data-token]')
    // Gift cards pay it all: nobody needs a card for nothing.
    const isFree = find('[data-pay]')?.dataset.free !== undefined
    if (card?.isReady() && token && !isFree) {
      const got = await card.tokenize()
      if (!got) return stop('fix')
      token.value = got
    }
    try {
      const body = new URLSearchParams(new FormData(form) as never)
      body.set('action', 'pay')
      const answer = await fetch(address, { method: 'POST', headers: { accept: 'application/json' }, body })
      conclude((await answer.json()) as Told)
    } catch {
      stop('offline')
    }
  }

  function conclude({ location: onward, challengeReturn, errors = {}, notice }: Told): void {
    if (onward && challengeReturn && openChallenge(onward, challengeReturn)) return
    if (onward) {
      if (onward.includes('/orders/')) dropDraft()
      return location.assign(onward)
    }
    setPaying(false)
    for (const [name, text] of Object.entries(errors)) showError(name, text)
    showNotice(notice)
    if (notice?.kind === 'changed') update()
    if (!focusFirst(errors)) find('[data-notice]')?.focus()
  }

  function stop(reason: 'fix' | 'offline'): void {
    setPaying(false)
    say(reason)
  }

  function setPaying(paying: boolean): void {
    isPaying = paying
    const button = find('[data-pay-button]')
    if (!button) return
    button.setAttribute('aria-busy', String(paying))
    const words = button.dataset.words ?? button.textContent ?? ''
    button.dataset.words = words
    button.textContent = paying ? (button.dataset.busy ?? words) : words
    say(undefined)
    if (paying) setTimeout(() => isPaying && say('long'), patienceMs)
  }

  function say(what: 'fix' | 'offline' | 'long' | undefined): void {
    const place = find('[data-pay-status]')
    if (place) place.textContent = what ? (place.dataset[what] ?? '') : ''
  }

  function showNotice(notice: Notice | undefined): void {
    const box = find('[data-notice]')
    const title = find('[data-notice-title]')
    const text = find('[data-notice-text]')
    if (!box || !title || !text) return
    box.hidden = !notice
    title.hidden = !notice?.title
    title.textContent = notice?.title ?? ''
    text.textContent = notice?.text ?? ''
  }

  function errorPlace(name: string): HTMLElement | null {
    return find(`[data-error="${name}"]`)
  }

  function showError(name: string, text: string | undefined): void {
    const place = errorPlace(name)
    if (place) place.textContent = text ?? ''
    const input = find(`.field [name="${name}"]`)
    if (text) input?.setAttribute('aria-invalid', 'true')
    else input?.removeAttribute('aria-invalid')
  }

  function focusFirst(errors: FieldErrors): boolean {
    const first = [...form.querySelectorAll<HTMLInputElement>('[name]')].find(({ name }) => errors[name as FieldName])
    first?.focus()
    return first !== undefined
  }
}

function isField(name: string): name is FieldName {
  return (fieldNames as readonly string[]).includes(name)
}
