import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { currentStore, marketFor, stockLocations } from './current-store.ts'

const Address = Type.Object({
  line1: Type.Optional(Type.String()),
  line2: Type.Optional(Type.String()),
  postcode: Type.Optional(Type.String()),
  city: Type.Optional(Type.String()),
  country: Type.Optional(Type.String()),
})

const ShopPicture = Type.Object({
  hash: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  widths: Type.Array(Type.Integer()),
  placeholderColor: Type.String(),
})

const StoreView = Type.Object({
  name: Type.String(),
  tagline: Type.Record(Type.String(), Type.String(), { description: 'By locale.' }),
  supportEmail: Type.String(),
  defaultLocale: Type.String(),
  locales: Type.Array(Type.String()),
  currency: Type.String(),
  countries: Type.Array(Type.String()),
  defaultCountry: Type.String(),
  pricesIncludeTax: Type.Boolean(),
  isDemo: Type.Boolean(),
  address: Address,
  look: Type.Object({
    logo: Type.Optional(ShopPicture),
    hero: Type.Optional(
      Type.Object({ wide: ShopPicture, tall: ShopPicture, alt: Type.Record(Type.String(), Type.String()) }),
    ),
    social: Type.Optional(ShopPicture),
  }),
  locations: Type.Array(
    Type.Object({
      id: Type.String(),
      code: Type.String(),
      name: Type.String(),
      translations: Type.Record(Type.String(), Type.Object({ name: Type.Optional(Type.String()) })),
      kind: Type.Union([Type.Literal('warehouse'), Type.Literal('store')]),
      address: Address,
      hours: Type.Array(Type.Object({ days: Type.String(), opens: Type.String(), closes: Type.String() })),
    }),
    { description: 'The shops that a customer may walk into.' },
  ),
})

export function routes(http: Http, ctx: Shop): void {
  http.get(
    '/api/store',
    {
      schema: {
        operationId: 'readStore',
        tags: ['Store'],
        summary: "The shop's facts: name, currency, languages, countries, places to visit",
        response: { 200: StoreView, '4xx': Problem, '5xx': Problem },
      },
    },
    async () => {
      const [store, market, locations] = await Promise.all([currentStore(ctx), marketFor(ctx), stockLocations(ctx)])
      return { ...store, ...market, locations: locations.filter((location) => location.kind === 'store') }
    },
  )
}
