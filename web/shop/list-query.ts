import type { ProductSort } from '../ui/api-types.ts'

export const sorts: readonly ProductSort[] = ['best', 'newest', 'price-asc', 'price-desc']
export const pageSize = 24
const pageMax = 400

/** How a list was asked for, read from its address; what makes no sense there is left aside. */
export type ListQuery = { sort: ProductSort; page: number; inStock: boolean }

export function readListQuery(search: URLSearchParams): ListQuery {
  const sort = sorts.find((candidate) => candidate === search.get('sort')) ?? 'best'
  const page = Number(search.get('page') ?? 1)
  return {
    sort,
    page: Number.isInteger(page) && page >= 1 && page <= pageMax ? page : 1,
    inStock: search.get('stock') === '1',
  }
}

/** The address of the same list with one thing changed; anything but a turned page starts at the front again. */
export function listAddress(path: string, query: ListQuery & { words?: string }, change: Partial<ListQuery>): string {
  const wish = { ...query, page: 1, ...change }
  const search = new URLSearchParams()
  if (query.words) search.set('q', query.words)
  if (wish.sort !== 'best') search.set('sort', wish.sort)
  if (wish.inStock) search.set('stock', '1')
  if (wish.page > 1) search.set('page', String(wish.page))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
