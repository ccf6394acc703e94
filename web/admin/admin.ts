/** A form that has been sent is not sent again by an impatient second tap. */
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  event.submitter?.setAttribute('aria-busy', 'true')
})

/** The back button shows the form as it was: it may be sent again. */
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  for (const form of document.querySelectorAll('form')) delete form.dataset.sent
  for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy')
})

/** At a keyboard: "/" goes to the search, j and k go through a list. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const at = document.activeElement
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement) return
  if (event.key === '/') {
    const search = document.querySelector<HTMLInputElement>('input[type="search"]')
    if (!search) return
    event.preventDefault()
    search.focus()
    search.select()
  }
  if (event.key !== 'j' && event.key !== 'k') return
  const rows = [...document.querySelectorAll<HTMLElement>('a.row')]
  const next = rows[rows.indexOf(at as HTMLElement) + (event.key === 'j' ? 1 : -1)]
  if (!next && event.key === 'k') return
  ;(next ?? rows[0])?.focus()
})
