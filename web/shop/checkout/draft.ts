/** What was typed so far, kept in this browser for a day: a reload, a lost connection or a closed tab loses nothing. */
const place = 'barrow-checkout'
const keptMs = 24 * 60 * 60 * 1000

type Draft = { at: number; fields: Record<string, string> }

export function keepDraft(form: HTMLFormElement): void {
  const fields: Record<string, string> = {}
  for (const input of fieldsOf(form)) if (input.value) fields[input.name] = input.value
  try {
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), fields } satisfies Draft))
  } catch {
    // A browser that keeps nothing still buys.
  }
}

/** Fills what is empty; what the server already knows stands. */
export function restoreDraft(form: HTMLFormElement): void {
  try {
    const draft = JSON.parse(localStorage.getItem(place) ?? 'null') as Draft | null
    if (!draft || Date.now() - draft.at > keptMs) return dropDraft()
    for (const input of fieldsOf(form)) {
      if (!input.value) input.value = draft.fields[input.name] ?? ''
      if (input.value) input.closest('details')?.setAttribute('open', '')
    }
  } catch {
    dropDraft()
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}

function fieldsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('.field input')]
}
