/**
 * Lets the picture of a tapped tile grow into the product's page, and back. Only the one tile that is followed gets a
 * name, so that the browser does not have to animate every picture of a list.
 */
const sharedName = 'product-picture'
const untilGrownMs = 600

function nameTile(address: string | null | undefined): void {
  const slug = address ? /\/p\/([^/?#]+)/.exec(address)?.[1] : undefined
  if (!slug) return
  const tile = `[data-tile="${CSS.escape(decodeURIComponent(slug))}"] .frame`
  const picture = document.querySelector<HTMLElement>(tile)
  if (!picture) return
  picture.style.viewTransitionName = sharedName
  setTimeout(() => {
    picture.style.viewTransitionName = ''
  }, untilGrownMs)
}

addEventListener('pageswap', (event) => {
  if (event.viewTransition) nameTile(event.activation?.entry?.url)
})
addEventListener('pagereveal', (event) => {
  if (event.viewTransition) nameTile(window.navigation?.activation?.from?.url)
})

export {}
