import { expect, test } from 'vitest'
import { createAnswerCache } from './answer-cache.ts'

const make = () => createAnswerCache<string>({ bytesMax: 800 })
const about = (tags: string[], bytes = 100) => ({ tags, bytes, madeAt: 0 })

test('an answer is given again until something it was made from changes', () => {
  const cache = make()
  cache.set('/shirts', 'three shirts', about(['shirt', 'category']))
  cache.set('/mugs', 'two mugs', about(['mug']))
  expect(cache.get('/shirts')).toBe('three shirts')
  cache.drop('shirt')
  expect(cache.get('/shirts')).toBeUndefined()
  expect(cache.get('/mugs')).toBe('two mugs')
})

test('an answer that a change overtook while it was being made is not kept', () => {
  const cache = make()
  const madeAt = cache.generation()
  cache.drop('shirt')
  cache.set('/shirts', 'old shirts', { tags: ['shirt'], bytes: 100, madeAt })
  expect(cache.get('/shirts')).toBeUndefined()
})

test('past its size, the oldest answer that nobody asked for leaves first', () => {
  const cache = make()
  for (let page = 1; page <= 8; page++) cache.set(`/${page}`, `page ${page}`, about([]))
  cache.get('/1')
  cache.set('/9', 'page 9', about([]))
  expect(cache.get('/2')).toBeUndefined()
  expect(cache.get('/1')).toBe('page 1')
  expect(cache.bytes).toBe(800)
  expect(cache.size).toBe(8)
})

test('an answer that would push out most others is not kept', () => {
  const cache = make()
  cache.set('/huge', 'everything', about([], 101))
  expect(cache.get('/huge')).toBeUndefined()
})

test('an answer put in anew replaces the old one and its size', () => {
  const cache = make()
  cache.set('/shirts', 'old', about(['shirt'], 100))
  cache.set('/shirts', 'new', about(['blouse'], 40))
  expect([cache.get('/shirts'), cache.bytes, cache.size]).toEqual(['new', 40, 1])
  const { generation } = cache
  cache.drop('shirt')
  expect(cache.get('/shirts')).toBe('new')
  expect(generation()).toBe(1)
})

test('a cleared cache is empty, and keeps nothing made before', () => {
  const cache = make()
  cache.set('/shirts', 'shirts', about(['shirt']))
  cache.clear()
  cache.set('/mugs', 'mugs', about([]))
  expect([cache.size, cache.bytes]).toEqual([0, 0])
})
