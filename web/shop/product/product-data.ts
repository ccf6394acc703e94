import type { Picture, Product, ShippingOption, Variant } from '../../ui/api-types.ts'
import { plainAmount } from '../../ui/money.ts'

const availabilities = {
  'in-stock': 'https://schema.org/InStock',
  low: 'https://schema.org/LimitedAvailability',
  'sold-out': 'https://schema.org/OutOfStock',
}

type About = {
  product: Product
  address: string
  origin: string
  shopName: string
  country: string
  delivery: ShippingOption[]
}

/** The product as search engines read it (schema.org Product, or ProductGroup where there are variants). */
export function productData(about: About): object {
  const { product, address, origin } = about
  const images = product.pictures.slice(0, 6).map((picture) => imageOf(picture, origin))
  const common = {
    '@context': 'https://schema.org',
    name: product.title,
    description: product.summary,
    url: address,
    ...(images.length > 0 ? { image: images } : {}),
    ...(product.vendor ? { brand: { '@type': 'Brand', name: product.vendor } } : {}),
  }
  const [only] = product.variants
  if (product.variants.length <= 1 || !only)
    return { ...common, '@type': 'Product', ...codesOf(only), ...(only ? { offers: offerOf(about, only) } : {}) }
  return {
    ...common,
    '@type': 'ProductGroup',
    productGroupID: product.id,
    variesBy: product.options.map(({ name }) => name),
    hasVariant: product.variants.map((variant) => ({
      '@type': 'Product',
      name: `${product.title}, ${variant.title}`,
      ...codesOf(variant),
      ...pictureOf(product, variant, origin),
      offers: offerOf(about, variant),
    })),
  }
}

function offerOf({ product, address, country, delivery, shopName }: About, variant: Variant): object {
  const parcel = delivery.find(({ kind }) => kind === 'delivery')
  return {
    '@type': 'Offer',
    url: product.variants.length > 1 ? `${address}?variant=${variant.id}` : address,
    price: plainAmount(variant.priceMinor, product.currency),
    priceCurrency: product.currency,
    availability: availabilities[variant.availability],
    itemCondition: 'https://schema.org/NewCondition',
    seller: { '@type': 'Organization', name: shopName },
    ...(parcel
      ? {
          shippingDetails: {
            '@type': 'OfferShippingDetails',
            shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
            shippingRate: {
              '@type': 'MonetaryAmount',
              value: plainAmount(parcel.amountMinor, product.currency),
              currency: product.currency,
            },
          },
        }
      : {}),
    hasMerchantReturnPolicy: {
      '@type': 'MerchantReturnPolicy',
      applicableCountry: country,
      returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
      merchantReturnDays: 30,
      returnMethod: 'https://schema.org/ReturnByMail',
    },
  }
}

function codesOf(variant: Variant | undefined): object {
  const { sku, barcode } = variant ?? {}
  return { ...(sku ? { sku } : {}), ...(barcode && /^\d{8,14}$/.test(barcode) ? { gtin: barcode } : {}) }
}

function pictureOf(product: Product, variant: Variant, origin: string): object {
  const own = product.pictures.find(({ optionValue }) => optionValue && variant.optionValues.includes(optionValue))
  const picture = own ?? product.pictures[0]
  return picture ? { image: imageOf(picture, origin) } : {}
}

function imageOf({ hash, widths }: Picture, origin: string): string {
  return new URL(`/media/${hash.slice(0, 2)}/${hash}/${widths.at(-1)}.webp`, origin).href
}
