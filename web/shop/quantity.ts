/** Buttons beside a number field; without this script the field is typed in. */
for (const box of document.querySelectorAll<HTMLElement>('[data-quantity]')) {
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
