/** Where the visitor's browser keeps a code until there is something in the cart; the pages read it. */
export const codeCookie = 'barrow_code'

/**
 * A link to any page of the shop may carry a code (`/?code=SUMMER`): answers the code, and the address without it.
 * Undefined when there is none, or it could not be one.
 */
export function codeInLink(url: string): { code: string; onward: string } | undefined {
  const { pathname, searchParams } = new URL(url, 'http://shop')
  const code = searchParams.get('code')?.trim()
  if (!code || !/^[\p{L}\d -]{3,60}$/u.test(code) || pathname.startsWith('/admin')) return undefined
  searchParams.delete('code')
  const search = searchParams.toString()
  // One slash at the front, whatever was asked for: two would be the address of somebody else.
  return { code, onward: `/${pathname.replace(/^\/+/, '')}${search ? `?${search}` : ''}` }
}
