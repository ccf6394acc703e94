/** The card fields of the bank, in a frame of its own: a card number never enters the shop's page. */
export type CardFrame = {
  /** Asks for a token in exchange for what was typed; undefined when the bank finds something wrong with it. */
  tokenize: () => Promise<string | undefined>
  /** False while the frame is not there, and the bank's own page has to do. */
  isReady: () => boolean
}

const readyWithinMs = 10_000

export function openCardFrame(root: ParentNode, onTrouble: () => void): CardFrame | undefined {
  const place = root.querySelector<HTMLElement>('[data-card-frame]')
  const box = root.querySelector<HTMLElement>('[data-card]')
  if (!place || !box) return undefined
  const frame = document.createElement('iframe')
  frame.title = place.dataset.title ?? ''
  let isReady = false
  let settle: ((token: string | undefined) => void) | undefined

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== new URL(frame.src).origin) return
    const { type, height, token } = data as { type?: string; height?: number; token?: string }
    if (type === 'barrow-bank:ready') isReady = true
    if (type === 'barrow-bank:height') frame.height = String(height)
    if (type === 'barrow-bank:token') settle?.(token)
    if (type === 'barrow-bank:invalid') settle?.(undefined)
  })
  const load = () => {
    // The frame speaks to this origin and no other; it is the one that the visitor really uses.
    frame.src = `${place.dataset.address}&origin=${encodeURIComponent(location.origin)}`
    place.append(frame)
    setTimeout(() => {
      if (isReady) return
      box.hidden = true
      onTrouble()
    }, readyWithinMs)
  }
  box.hidden = false
  // Asked for when it comes near, so that the fields above are there first.
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      near.disconnect()
      load()
    },
    { rootMargin: '600px' },
  )
  near.observe(place)
  return {
    isReady: () => isReady,
    tokenize: () =>
      new Promise((resolve) => {
        settle = resolve
        frame.contentWindow?.postMessage({ type: 'barrow-bank:tokenize' }, new URL(frame.src).origin)
      }),
  }
}
