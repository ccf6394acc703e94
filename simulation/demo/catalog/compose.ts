/** Turns a short entry into a full product: every combination of its options, with SKU, barcode, price, weight and stock. */
import type { DrawingKind } from '../drawings/index.ts'
import { type ColourKey, colours } from './colours.ts'
import type {
  AttributeCode,
  AttributeValue,
  CategorySlug,
  DemoProduct,
  DemoVariant,
  ProductOption,
  TaxCategory,
  Words,
} from './types.ts'

/** One size or pack: what it adds to price (cents) and weight (grams), and how its SKU says it. */
export type Choice = Words & { code: string; addMinor?: number; addGrams?: number }

export type Entry = {
  /** Stands in the barcode; never given twice. */
  number: number
  code: string
  slug: string
  title: Words
  text: { en: string[]; de: string[] }
  vendor: string
  type: Words
  tags: string[]
  categories: CategorySlug[]
  colours?: ColourKey[]
  choices?: { name: Words; values: Choice[] }[]
  attributes: Partial<Record<AttributeCode, AttributeValue>>
  priceMinor: number
  compareAtMinor?: number
  weightGrams: number
  tax?: TaxCategory
  kind: DrawingKind
  color?: string
  accent?: string
}

/** The last digit of an EAN-13 (GS1 General Specifications, section 7.9): weights 1 and 3 from the left. */
export function checkDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

/** A barcode from the range that shops may use among themselves (prefix 20). */
export function inStoreBarcode(product: number, variant: number): string {
  const twelve = `20${String(product).padStart(6, '0')}${String(variant).padStart(4, '0')}`
  return twelve + checkDigit(twelve)
}

/** Stock as a small shop has it: mostly enough, sometimes the last few, now and then none. */
const levels: [warehouse: number, store: number][] = [
  [46, 6],
  [28, 4],
  [64, 9],
  [3, 0],
  [35, 5],
  [0, 2],
  [52, 8],
  [18, 3],
  [0, 0],
  [40, 7],
  [2, 1],
  [73, 12],
  [24, 0],
]

function stockOf(number: number, index: number): DemoVariant['stock'] {
  // The first variant is the one in the picture: it is always there to be bought.
  const [warehouse, store] = (index === 0 ? levels[number % 3] : levels[(number * 5 + index * 7) % levels.length]) ?? [
    12, 2,
  ]
  return { warehouse, store }
}

type Pick = { option: string; value: string; code: string; addMinor: number; addGrams: number }

function combinations(entry: Entry): Pick[][] {
  const axes: Pick[][] = []
  if (entry.colours)
    axes.push(
      entry.colours.map((key) => ({
        option: 'Colour',
        value: colours[key].en,
        code: key.slice(0, 4).toUpperCase(),
        addMinor: 0,
        addGrams: 0,
      })),
    )
  for (const { name, values } of entry.choices ?? []) {
    axes.push(
      values.map(({ en, code, addMinor = 0, addGrams = 0 }) => ({
        option: name.en,
        value: en,
        code,
        addMinor,
        addGrams,
      })),
    )
  }
  return axes.reduce<Pick[][]>((rows, axis) => rows.flatMap((row) => axis.map((pick) => [...row, pick])), [[]])
}

function optionsOf(entry: Entry): ProductOption[] {
  const colour: ProductOption[] = entry.colours
    ? [
        {
          name: 'Colour',
          nameGerman: 'Farbe',
          values: entry.colours.map((key) => ({
            value: colours[key].en,
            valueGerman: colours[key].de,
            hex: colours[key].hex,
          })),
        },
      ]
    : []
  const others = (entry.choices ?? []).map(({ name, values }) => ({
    name: name.en,
    nameGerman: name.de,
    values: values.map(({ en, de }) => ({ value: en, valueGerman: de })),
  }))
  return [...colour, ...others]
}

const paragraphs = (sentences: string[]) => sentences.map((sentence) => `<p>${sentence}</p>`).join('')

/** Composes the product an entry describes. */
export function compose(entry: Entry): DemoProduct {
  const first = entry.colours?.[0]
  const variants = combinations(entry).map((picks, index): DemoVariant => {
    const add = picks.reduce((sum, { addMinor }) => sum + addMinor, 0)
    return {
      options: Object.fromEntries(picks.map(({ option, value }) => [option, value])),
      sku: ['JS', entry.code, ...picks.map(({ code }) => code)].join('-'),
      barcode: inStoreBarcode(entry.number, index + 1),
      priceMinor: entry.priceMinor + add,
      ...(entry.compareAtMinor ? { compareAtMinor: entry.compareAtMinor + add } : {}),
      weightGrams: entry.weightGrams + picks.reduce((sum, { addGrams }) => sum + addGrams, 0),
      stock: stockOf(entry.number, index),
    }
  })
  return {
    slug: entry.slug,
    title: entry.title.en,
    titleGerman: entry.title.de,
    description: paragraphs(entry.text.en),
    descriptionGerman: paragraphs(entry.text.de),
    vendor: entry.vendor,
    productType: entry.type.en,
    productTypeGerman: entry.type.de,
    tags: entry.tags,
    categories: entry.categories,
    options: optionsOf(entry),
    attributes: entry.attributes,
    variants,
    taxCategory: entry.tax ?? 'standard',
    drawing: {
      kind: entry.kind,
      color: entry.color ?? (first ? colours[first].hex : colours.oat.hex),
      ...(entry.accent ? { accent: entry.accent } : {}),
      seed: entry.number,
    },
    status: 'active',
  }
}
