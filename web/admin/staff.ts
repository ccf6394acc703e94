import { ask } from '../ui/api.ts'

export type Role = 'owner' | 'manager' | 'support' | 'cashier'

/** Who is signed in, and what the pages show around their content. */
export type Office = {
  me: { id: string; name: string; email: string; role: Role }
  shop: { name: string; currency: string; timeZone: string; hasSandboxMailbox: boolean; copyOf: string | null }
}

/** What a page of the back office stands in; undefined when nobody is signed in. */
export async function office(locals: App.Locals): Promise<Office | undefined> {
  const [me, shop] = await Promise.all([
    ask<Office['me']>(locals, 'GET /api/admin/me'),
    ask<Office['shop']>(locals, 'GET /api/admin/shop'),
  ])
  if (me.ok && shop.ok) return { me: me.value, shop: shop.value }
  if (me.status === 401) return undefined
  throw new Error(`The API answered ${me.status} and ${shop.status} when asked who is signed in`)
}

/** Leads to the sign-in, and back here after it. */
export function toSignIn(url: URL): Response {
  const next = url.pathname + url.search
  return new Response(null, { status: 303, headers: { location: `/admin/sign-in?next=${encodeURIComponent(next)}` } })
}

/** Where to go after signing in: a page of the back office, never another site. */
export function safeNext(next: string | null): string {
  return next && /^\/admin(?:[/?]|$)/.test(next) && !next.includes('\\') ? next : '/admin'
}

/** Leads the browser on after a form; a reload then repeats nothing. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}

export function textIn(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value.trim() : ''
}

export const mayChangeProducts = (role: Role) => role === 'owner' || role === 'manager'
export const maySeeOrders = (role: Role) => role !== 'cashier'
