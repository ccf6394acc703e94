import { showCartCount } from '../cart-count.ts'
import { openGallery } from './gallery.ts'
import type { VariantCard } from './variant-choice.ts'

const form = document.querySelector<HTMLFormElement>('[data-buy]')
if (form) openBuyForm(form)

function openBuyForm(form: HTMLFormElement): void {
  const gallery = openGallery(document.querySelector('[data-gallery]'))
  const cards = JSON.parse(form.querySelector('[data-cards]')?.textContent ?? '[]') as VariantCard[]
  const groups = [...form.querySelectorAll<HTMLFieldSetElement>('fieldset.options')]
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  const find = (selector: string) => form.querySelector<HTMLElement>(selector)

  form.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement
    if (input.type !== 'radio') return
    const index = groups.findIndex((group) => group.contains(input))
    if (index === 0) gallery.showOption(input.value)
    show()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!button || button.getAttribute('aria-busy') === 'true') return
    button.setAttribute('aria-busy', 'true')
    try {
      const body = new URLSearchParams(new FormData(form) as never)
      const answer = await fetch(form.action, { method: 'POST', headers: { accept: 'application/json' }, body })
      const told = (await answer.json()) as { added?: { title: string; variant: string }; message?: string }
      if (answer.ok && told.added) showAdded(told.added)
      else say(told.message ?? '')
    } catch {
      form.submit()
    } finally {
      button.removeAttribute('aria-busy')
    }
  })

  function chosenValues(): (string | undefined)[] {
    return groups.map((group) => group.querySelector<HTMLInputElement>('input:checked')?.value)
  }

  function show(): void {
    const values = chosenValues()
    const card = cards.find((candidate) => candidate.values.every((value, index) => value === values[index]))
    markWhatIsOut(values)
    for (const group of groups) {
      const shown = group.querySelector('[data-chosen]')
      const input = group.querySelector<HTMLInputElement>('input:checked')
      if (shown && input) shown.textContent = input.dataset.label ?? input.value
    }
    const isOut = !card || card.stock.state === 'sold-out'
    if (button) {
      button.disabled = isOut
      button.textContent = (isOut ? button.dataset.out : button.dataset.add) ?? ''
    }
    const stock = find('[data-stock]')
    if (stock) stock.dataset.stock = card?.stock.state ?? 'sold-out'
    if (!card) return say(button?.dataset.out ?? '')
    say(card.stock.text)
    for (const price of form.querySelectorAll('[data-now]')) price.textContent = card.price
    find('[data-price] [data-now]')?.classList.toggle('text-accent', card.was !== null)
    const steps = find('[data-steps]')
    if (steps) {
      steps.hidden = card.steps === ''
      steps.textContent = card.steps
    }
    const was = find('[data-was]')
    if (was) {
      was.hidden = card.was === null
      was.textContent = card.was
    }
    const title = find('[data-title]')
    if (title) title.textContent = groups.map((group) => group.querySelector('[data-chosen]')?.textContent).join(' / ')
    for (const store of form.querySelectorAll<HTMLElement>('[data-store]'))
      store.hidden = !card.inStores.includes(store.dataset.store ?? '')
    const id = form.elements.namedItem('variantId') as HTMLInputElement
    id.value = card.id
    history.replaceState(history.state, '', `?variant=${card.id}`)
  }

  function markWhatIsOut(values: (string | undefined)[]): void {
    groups.forEach((group, option) => {
      for (const input of group.querySelectorAll('input')) {
        const isThere = cards.some(
          (card) =>
            card.stock.state !== 'sold-out' &&
            card.values.every((value, index) => value === (index === option ? input.value : values[index])),
        )
        input.parentElement?.classList.toggle('out', !isThere)
      }
    })
  }

  function say(text: string): void {
    const place = find('[data-stock-text]')
    if (place) place.textContent = text
  }
}

function showAdded(added: { title: string; variant: string }): void {
  const sheet = document.getElementById('added')
  if (!sheet) return
  const put = (selector: string, text: string) => {
    const place = document.querySelector(selector)
    if (place) place.textContent = text
  }
  put('[data-added-title]', added.title)
  put('[data-added-variant]', added.variant)
  put('[data-added-said]', sheet.querySelector('#added-title')?.textContent?.trim() ?? '')
  const address = document.querySelector('.gallery-marks a[aria-current]')?.getAttribute('href') ?? ''
  const current = document.querySelector(`${address} .gallery-frame`)
  const picture = current?.cloneNode(true) as HTMLElement | undefined
  if (picture) {
    picture.classList.remove('gallery-frame', 'shared')
    sheet.querySelector('[data-added-picture]')?.replaceChildren(picture)
  }
  showCartCount()
  sheet.showPopover()
}
