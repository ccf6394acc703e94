/** Turns the pictures by buttons and marks; swiping is the browser's own. */
export type Gallery = { showOption: (value: string) => void }

export function openGallery(root: HTMLElement | null): Gallery {
  const track = root?.querySelector<HTMLElement>('.gallery-track')
  if (!root || !track) return { showOption: () => {} }
  const slides = [...track.children] as HTMLElement[]
  const marks = [...root.querySelectorAll<HTMLAnchorElement>('.gallery-marks a')]
  let at = 0

  const mark = (index: number) => {
    at = index
    marks.forEach((link, each) => {
      if (each === index) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    })
  }
  const touch = () => {
    track.dataset.touched = ''
  }
  for (const sign of ['pointerdown', 'focusin', 'scroll'] as const)
    root.addEventListener(sign, touch, { once: true, capture: true, passive: true })
  const show = (index: number, behavior: ScrollBehavior = 'smooth') => {
    const slide = slides[Math.max(0, Math.min(slides.length - 1, index))]
    if (slide) track.scrollTo({ left: slide.offsetLeft - track.offsetLeft, behavior })
  }
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) mark(slides.indexOf(target as HTMLElement))
    },
    { root: track, threshold: 0.6 },
  )
  for (const slide of slides) seen.observe(slide)
  for (const button of root.querySelectorAll<HTMLElement>('[data-turn]')) {
    button.addEventListener('click', () => show((at + Number(button.dataset.turn) + slides.length) % slides.length))
  }
  marks.forEach((link, index) => {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      show(index)
    })
  })
  return {
    showOption(value) {
      touch()
      const index = slides.findIndex((slide) => slide.dataset.option === value)
      if (index >= 0) show(index, 'instant')
    },
  }
}
