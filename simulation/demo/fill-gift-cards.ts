import { addPicture, saveProducts } from '../../server/commerce/catalog/index.ts'
import { creditCustomer, issueCard } from '../../server/commerce/gift-cards/index.ts'
import { savePrices } from '../../server/commerce/pricing/index.ts'
import { type Shop, transaction } from '../../server/platform/context.ts'
import { drawGiftCard } from './drawings/index.ts'

const currency = 'EUR'
const values = [25_00, 50_00, 100_00]
const germanOf = (value: string) => value.replace(/^€(.*)$/, '$1 €')

/** Puts a gift card on sale in the demo, and a few of them, and some store credit, in people's hands. */
export async function fillGiftCards(ctx: Shop): Promise<void> {
  const drawn = { width: 1600, height: 2000, placeholderColor: '#d9d1c4' }
  const pictures = await Promise.all(
    (['front', 'detail'] as const).map((view) => addPicture(ctx, Buffer.from(drawGiftCard(view)), { known: drawn })),
  )
  const names = values.map((value) => `€${value / 100}`)
  await transaction(ctx, async (tx) => {
    const [saved] = await saveProducts(ctx, tx, [
      {
        slug: 'gift-card',
        title: 'Gift card',
        descriptionHtml:
          '<p>For whoever knows best what the house still lacks. The code comes by mail within minutes, to you or to whoever it is for.</p><p>It pays in as many parts as one likes, and is good for three years.</p>',
        translations: {
          de: {
            title: 'Gutschein',
            descriptionHtml:
              '<p>Für alle, die selbst am besten wissen, was im Haus noch fehlt. Der Code kommt in wenigen Minuten per Mail, zu Ihnen oder zu der Person, die ihn bekommen soll.</p><p>Er zahlt in beliebig vielen Teilen und gilt drei Jahre.</p>',
          },
        },
        vendor: 'Juniper & Salt',
        productType: 'Gift card',
        tags: ['gift'],
        isGiftCard: true,
        options: [
          {
            name: 'Value',
            values: names,
            translations: {
              de: { name: 'Wert', values: Object.fromEntries(names.map((name) => [name, germanOf(name)])) },
            },
          },
        ],
        categorySlugs: ['objects'],
        variants: names.map((name, index) => ({
          optionValues: [name],
          sku: `JS-GIFT-${(values[index] ?? 0) / 100}`,
          requiresShipping: false,
          taxable: false,
          trackInventory: false,
        })),
        media: pictures.map((mediaId, index) => ({
          mediaId,
          alt: index === 0 ? 'Gift card on an envelope' : 'Gift card, close up',
          translations: { de: { alt: index === 0 ? 'Gutschein auf einem Umschlag' : 'Gutschein, aus der Nähe' } },
        })),
      },
    ])
    const prices = (saved?.variantIds ?? []).map((variantId, index) => ({
      variantId,
      amountMinor: values[index] ?? 0,
      compareAtMinor: null,
    }))
    await savePrices(ctx, tx, { currency, prices })
  })
  await transaction(ctx, async (tx) => {
    for (const [amountMinor, reason, name] of given)
      await issueCard(ctx, tx, { kind: 'issued', currency, amountMinor, reason, holder: { name }, actor: 'system' })
    const credit = { email: 'mara.lindqvist@example.com', amountMinor: 18_00, reason: 'A cup arrived in two pieces' }
    await creditCustomer(ctx, tx, { ...credit, currency, kind: 'issued', reference: 'demo', actor: 'system' })
  })
}

const given = [
  [40_00, 'First prize of the harbour fair', 'Jonas Falk'],
  [25_00, 'The parcel came a week late', 'Aylin Demir'],
  [15_00, 'For a photo of the hallway', 'Noor de Vries'],
] as const
