/** Shows how many pieces are in the cart, as the shop's cookie says. Pages come back from memory with an old number. */
export function showCartCount(): void {
  const count = Number(/(?:^|; )cart_count=(\d+)/.exec(document.cookie)?.[1] ?? 0)
  for (const link of document.querySelectorAll('[data-cart-link]')) {
    let badge = link.querySelector('.cart-count')
    if (count === 0) badge?.remove()
    else {
      if (!badge) {
        badge = document.createElement('span')
        badge.className = 'cart-count'
        link.append(badge)
      }
      badge.textContent = count > 99 ? '99+' : String(count)
    }
  }
}

addEventListener('pageshow', showCartCount)
document.addEventListener('prerenderingchange', showCartCount)
