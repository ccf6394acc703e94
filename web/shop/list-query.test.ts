import { expect, test } from 'vitest'
import { listAddress, readListQuery } from './list-query.ts'

const read = (search: string) => readListQuery(new URLSearchParams(search))

test('a list is asked for in the words of its address', () => {
  expect(read('sort=price-asc&page=3&stock=1')).toEqual({ sort: 'price-asc', page: 3, inStock: true })
})

test.each(['sort=cheapest', 'page=0', 'page=-4', 'page=1.5', 'page=9999', 'page=two', 'stock=yes'])(
  'what makes no sense in an address (%s) is left aside',
  (search) => {
    expect(read(search)).toEqual({ sort: 'best', page: 1, inStock: false })
  },
)

test('turning a page keeps everything else, and changing anything else starts at the first page', () => {
  const query = { ...read('sort=newest&page=2&stock=1'), words: 'tea & salt' }
  expect(listAddress('/search', query, { page: 3 })).toBe('/search?q=tea+%26+salt&sort=newest&stock=1&page=3')
  expect(listAddress('/search', query, { sort: 'best' })).toBe('/search?q=tea+%26+salt&stock=1')
})
