import { Type } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'

const closed = { additionalProperties: false }
const Texts = Type.Record(Type.String(), Type.Record(Type.String(), Type.String()))
const Strings = Type.Record(Type.String(), Type.String())
const MaybeText = Type.Union([Type.String(), Type.Null()])
const Minor = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const CategorySlug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })
const PictureAddress = Type.Union([
  Type.Object({ url: Type.String({ pattern: '^https?://' }) }, closed),
  Type.Object({ file: Type.String({ minLength: 1 }) }, closed),
  Type.Object({ stored: Type.String({ pattern: '^[0-9a-f]{40}$' }) }, closed),
])

const Head = Type.Object(
  { kind: Type.Literal('barrow'), version: Type.Integer(), currency: Type.String({ pattern: '^[A-Z]{3}$' }) },
  closed,
)

const Attribute = Type.Object(
  {
    kind: Type.Literal('attribute'),
    code: Type.String({ minLength: 1 }),
    label: Type.String(),
    type: Type.Union([Type.Literal('text'), Type.Literal('number'), Type.Literal('boolean')]),
    unit: Type.Optional(MaybeText),
    translations: Type.Optional(Texts),
  },
  closed,
)

const Category = Type.Object(
  {
    kind: Type.Literal('category'),
    slug: CategorySlug,
    parent: Type.Optional(Type.Union([CategorySlug, Type.Null()])),
    title: Type.String({ minLength: 1 }),
    description: Type.Optional(Type.String()),
    translations: Type.Optional(Texts),
    picture: Type.Optional(Type.Union([PictureAddress, Type.Null()])),
  },
  closed,
)

const OptionTexts = Type.Object({ name: Type.Optional(Type.String()), values: Type.Optional(Strings) }, closed)
const ProductOption = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    values: Type.Array(Type.String()),
    swatches: Type.Optional(Strings),
    translations: Type.Optional(Type.Record(Type.String(), OptionTexts)),
  },
  closed,
)

const Price = Type.Object(
  { amountMinor: Minor, compareAtMinor: Type.Optional(Type.Union([Minor, Type.Null()])) },
  closed,
)
const variantFields = {
  optionValues: Type.Optional(Type.Array(Type.String())),
  sku: Type.Optional(MaybeText),
  barcode: Type.Optional(MaybeText),
  price: Type.Optional(Type.Union([Price, Type.Null()])),
  stock: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 0, maximum: 999_999_999 }))),
  trackInventory: Type.Optional(Type.Boolean()),
  backorder: Type.Optional(Type.Boolean()),
  weightGrams: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  requiresShipping: Type.Optional(Type.Boolean()),
  taxable: Type.Optional(Type.Boolean()),
  imported: Type.Optional(Strings),
}
const productFields = {
  title: Type.Optional(Type.String()),
  descriptionHtml: Type.Optional(Type.String()),
  translations: Type.Optional(Texts),
  vendor: Type.Optional(Type.String()),
  productType: Type.Optional(Type.String()),
  status: Type.Optional(Type.Union([Type.Literal('draft'), Type.Literal('active'), Type.Literal('archived')])),
  tags: Type.Optional(Type.Array(Type.String())),
  attributes: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
  taxCategory: Type.Optional(Type.String({ minLength: 1 })),
  seoTitle: Type.Optional(MaybeText),
  seoDescription: Type.Optional(MaybeText),
  options: Type.Optional(Type.Array(ProductOption, { maxItems: 3 })),
  imported: Type.Optional(Strings),
}
const pictureTexts = {
  alt: Type.Optional(Type.String()),
  translations: Type.Optional(Texts),
  optionValue: Type.Optional(MaybeText),
}

const Picture = Type.Object(
  {
    url: Type.Optional(Type.String({ pattern: '^https?://' })),
    file: Type.Optional(Type.String({ minLength: 1 })),
    stored: Type.Optional(Type.String({ pattern: '^[0-9a-f]{40}$' })),
    ...pictureTexts,
  },
  closed,
)
const Variant = Type.Object(
  { ...variantFields, picture: Type.Optional(Type.Union([PictureAddress, Type.Null()])) },
  closed,
)
const Product = Type.Object(
  {
    kind: Type.Literal('product'),
    slug: Type.String({ minLength: 1 }),
    ...productFields,
    categories: Type.Optional(Type.Array(CategorySlug)),
    variants: Type.Array(Variant, { minItems: 1 }),
    media: Type.Optional(Type.Array(Picture)),
  },
  closed,
)

const CategoryStep = Type.Object({ slug: Type.Optional(CategorySlug), title: Type.String({ minLength: 1 }) }, closed)
const Branches = Type.Array(Type.Array(CategoryStep, { minItems: 1 }))
const OwnCell = Type.Object(
  {
    product: Type.Optional(
      Type.Object(
        { slug: Type.Optional(Type.String()), ...productFields, categories: Type.Optional(Branches) },
        closed,
      ),
    ),
    variant: Type.Optional(Type.Object({ ...variantFields, picture: Type.Optional(MaybeText) }, closed)),
    picture: Type.Optional(Type.Object({ address: Type.Optional(Type.String()), ...pictureTexts }, closed)),
  },
  closed,
)

/** The shapes of the lines of the shop's own format, by their kind. */
export const shapes = {
  barrow: Compile(Head),
  attribute: Compile(Attribute),
  category: Compile(Category),
  product: Compile(Product),
}

/** The shape of a cell in our own column of a CSV. */
export const ownCellShape = Compile(OwnCell)

/** What is wrong with the shape of something that was read, in the words of JSON Schema, and where. */
export function problemWith(
  shape: Pick<Validator, 'Check' | 'Errors'>,
  value: unknown,
): { where: string; reason: string } | undefined {
  if (shape.Check(value)) return undefined
  const found = shape.Errors(value)
  const first = found.find((error) => error.keyword !== 'boolean') ?? found[0]
  return { where: first?.instancePath.slice(1) ?? '', reason: first?.message ?? 'it has the wrong shape' }
}
