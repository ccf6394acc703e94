/**
 * What is known of each product beside its words, one array per fact, indexed by the product's ordinal in the index.
 * About 30 bytes a product and its id and title.
 */
export type ProductColumns = {
  /** How many ordinals were ever handed out. */
  length: number
  alive: Uint8Array
  inStock: Uint8Array
  /** Minor units; Infinity when the product has no price. */
  price: Float64Array
  createdAt: Float64Array
  vendor: Uint32Array
  /** The number of the set of categories it lies in: products share sets, so one look at a set answers for many. */
  categorySet: Uint32Array
  ids: string[]
  titles: string[]
}

/** Makes columns for no products. */
export function createColumns(): ProductColumns {
  return { length: 0, ...arraysOf(1024), ids: [], titles: [] }
}

/** Hands out the next ordinal, making all columns longer when they are full. */
export function addOrdinal(columns: ProductColumns): number {
  if (columns.length === columns.alive.length) {
    const longer = arraysOf(columns.length * 2)
    longer.alive.set(columns.alive)
    longer.inStock.set(columns.inStock)
    longer.price.set(columns.price)
    longer.createdAt.set(columns.createdAt)
    longer.vendor.set(columns.vendor)
    longer.categorySet.set(columns.categorySet)
    Object.assign(columns, longer)
  }
  return columns.length++
}

function arraysOf(length: number) {
  return {
    alive: new Uint8Array(length),
    inStock: new Uint8Array(length),
    price: new Float64Array(length),
    createdAt: new Float64Array(length),
    vendor: new Uint32Array(length),
    categorySet: new Uint32Array(length),
  }
}

/** Gives each distinct text a small number, the same for ever. */
export type Numbering = {
  numberOf(text: string): number
  find(text: string): number | undefined
  readonly texts: string[]
}

/** Makes a numbering that has given no number yet. */
export function createNumbering(): Numbering {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  return {
    texts,
    find: (text) => numbers.get(text),
    numberOf(text) {
      let number = numbers.get(text)
      if (number === undefined) {
        number = texts.length
        numbers.set(text, number)
        texts.push(text)
      }
      return number
    },
  }
}
