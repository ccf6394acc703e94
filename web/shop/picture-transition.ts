/**
 * Lets the picture of a tapped tile grow into the product's page, and back. Only the one tile that is followed gets a
 * name, so that the browser does not have to animate every picture of a list.
 */
type Swap = Event & { viewTransition: unknown; activation?: { entry?: { url: string | null }; from?: { url: string | null } } }

const name = 'product-picture'

function nameTile(address: string | null | undefined): void {
  const slug = address && /\/p\/([^/?#]+)/.exec(address)?.[1]
  const picture = slug && document.querySelector<HTMLElement>(`[data-tile="${CSS.escape(decodeURIComponent(slug))}"] .frame`)
  if (!picture) return
  picture.style.viewTransitionName = name
  setTimeout(() => {
    picture.style.viewTransitionName = ''
  }, 600)
}

addEventListener('pageswap', (event) => {
  const { viewTransition, activation } = event as Swap
  if (viewTransition) nameTile(activation?.entry?.url)
})
addEventListener('pagereveal', (event) => {
  if ((event as Swap).viewTransition) nameTile((window as { navigation?: Swap }).navigation?.activation?.from?.url)
})
