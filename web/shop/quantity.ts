/** Buttons beside number fields; without this script the fields are typed in. */
export function openQuantities(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>('[data-quantity]')) {
    const input = box.querySelector('input')
    if (!input) continue
    for (const button of box.querySelectorAll<HTMLButtonElement>('button')) {
      button.hidden = false
      button.addEventListener('click', () => {
        if (Number(button.dataset.step) > 0) input.stepUp()
        else input.stepDown()
        input.dispatchEvent(new Event('change', { bubbles: true }))
      })
    }
  }
}

openQuantities(document)
