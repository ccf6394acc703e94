import type { Compare } from './product-order.ts'

/**
 * The first `count` of many, in order, without sorting the rest: a heap whose root is the last one kept. `compare` is
 * given positions in `items`.
 */
export function topOf(items: Uint32Array, compare: Compare, count: number): number[] {
  const size = Math.min(count, items.length)
  const heap: number[] = []
  for (let position = 0; position < items.length; position++) {
    if (heap.length < size) {
      heap.push(position)
      rise(heap, heap.length - 1, compare)
    } else if (size > 0 && compare(position, heap[0] as number) < 0) {
      heap[0] = position
      sink(heap, compare)
    }
  }
  return heap.sort(compare).map((position) => items[position] as number)
}

function rise(heap: number[], from: number, compare: Compare): void {
  let at = from
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (compare(heap[at] as number, heap[parent] as number) <= 0) return
    swap(heap, at, parent)
    at = parent
  }
}

function sink(heap: number[], compare: Compare): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const right = left + 1
    let last = at
    if (left < heap.length && compare(heap[left] as number, heap[last] as number) > 0) last = left
    if (right < heap.length && compare(heap[right] as number, heap[last] as number) > 0) last = right
    if (last === at) return
    swap(heap, at, last)
    at = last
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] as number
  heap[a] = heap[b] as number
  heap[b] = kept
}
