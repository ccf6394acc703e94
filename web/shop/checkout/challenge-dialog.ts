/**
 * Shows the question of the card's bank in a frame over the checkout. Whatever comes of it, an answer, a refusal or a
 * closed dialog, the way leads to where the shop asks the bank. False where that cannot be shown: then go there instead.
 */
export function openChallenge(address: string, onward: string): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('[data-challenge]')
  // The bank of a real card may live elsewhere and refuse to be framed; the page itself always works.
  if (!dialog?.showModal || !address.startsWith('/')) return false
  const frame = document.createElement('iframe')
  frame.title = dialog.querySelector('h2')?.textContent ?? ''
  frame.src = `${address}?${new URLSearchParams({ origin: location.origin })}`
  let isLeaving = false
  const leave = () => {
    if (isLeaving) return
    isLeaving = true
    location.assign(onward)
  }
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin) return
    if ((data as { type?: string }).type === 'barrow-bank:challenge-done') leave()
  })
  dialog.addEventListener('close', leave)
  dialog.append(frame)
  dialog.showModal()
  return true
}
