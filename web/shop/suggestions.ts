/** Completions under a search field while somebody types. Without this script the form searches all the same. */
const waitMs = 120

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
  const input = form.querySelector('input')
  const list = form.querySelector<HTMLElement>('.suggestions')
  if (!input || !list) continue
  let asked = ''
  let timer = 0

  const show = (words: string[]) => {
    list.replaceChildren(...words.map((word) => suggestion(form.action, word)))
    list.hidden = words.length === 0
  }
  const suggest = async () => {
    const words = input.value.trim()
    if (words === asked) return
    asked = words
    if (words.length < 2) return show([])
    try {
      const answer = await fetch(`/api/suggestions?q=${encodeURIComponent(words)}&limit=6`)
      const { items } = (await answer.json()) as { items: string[] }
      if (asked === words) show(items.filter((item) => item !== words))
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

function suggestion(action: string, word: string): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = `${action}?q=${encodeURIComponent(word)}`
  link.textContent = word
  item.append(link)
  return item
}
