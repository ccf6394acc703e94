import type { Suggestions } from '../ui/api-types.ts'
import { formatMoney } from '../ui/money.ts'

type Suggestion = Suggestions['items'][number]

/** Completions under a search field while somebody types. Without this script the form searches all the same. */
const waitMs = 120

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
  const input = form.querySelector('input')
  const list = form.querySelector<HTMLElement>('.suggestions')
  if (!input || !list) continue
  let asked = ''
  let timer = 0

  const show = (items: Suggestion[]) => {
    list.replaceChildren(...items.map((item) => suggestionLink(form.dataset.suggest ?? '', item)))
    list.hidden = items.length === 0
  }
  const suggest = async () => {
    const words = input.value.trim()
    if (words === asked) return
    asked = words
    if (words.length < 2) return show([])
    try {
      const query = new URLSearchParams({ q: words, limit: '6', locale: document.documentElement.lang })
      const answer = await fetch(`/api/suggestions?${query}`)
      const { items } = (await answer.json()) as Suggestions
      if (asked === words) show(items)
    } catch {
      show([])
    }
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(suggest, waitMs)
  })
  form.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || list.hidden) return
    event.preventDefault()
    const stops = [input, ...list.querySelectorAll('a')]
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement)
    stops[(at + step + stops.length) % stops.length]?.focus()
  })
}

function suggestionLink(prefix: string, suggestion: Suggestion): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  const title = document.createElement('span')
  title.textContent = suggestion.title
  title.className = 'suggestion-title'
  if (suggestion.kind === 'category') {
    link.href = `${prefix}/c/${suggestion.slug}`
    link.append(title)
  } else {
    const { slug, picture, priceMinor, currency } = suggestion.product
    link.href = `${prefix}/p/${slug}`
    const price = document.createElement('span')
    price.className = 'suggestion-price'
    price.textContent = formatMoney(priceMinor, currency, document.documentElement.lang)
    const image = document.createElement('img')
    image.alt = ''
    image.width = 40
    image.height = 50
    if (picture) image.src = `/media/${picture.hash.slice(0, 2)}/${picture.hash}/${picture.widths[0]}.avif`
    link.append(image, title, price)
  }
  item.append(link)
  return item
}
