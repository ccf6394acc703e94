import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { marketFor } from '../stores/index.ts'
import { withBranchesOf } from './active-promotions.ts'
import { applyPromotions } from './apply-promotions.ts'
import { checkRule } from './check-rule.ts'
import { errors } from './errors.ts'
import type { BasketLine, PromotionRule, Refusal } from './promotion-rule.ts'

/** What an invented cart would cost with a promotion, alone. */
export type Preview = {
  currency: string
  goodsMinor: number
  shippingMinor: number
  discountMinor: number
  lines: { variantId: string; title: string; quantity: number; amountMinor: number; discountMinor: number }[]
  shippingDiscountMinor: number
  /** Why it takes nothing. */
  because: Refusal | null
}

type Sold = Pick<BasketLine, 'variantId' | 'productId' | 'tags' | 'categoryIds'> & { title: string }
/** What is tried, at a price that whoever tries it knows. */
export type PreviewLine = { variantId: string; quantity: number; unitPriceMinor: number; isReduced?: boolean }

/** Applies a rule, saved or not, to a cart of the shop's own market: what staff see before it counts for anybody. */
export async function previewPromotion(
  ctx: Shop,
  of: { rule: PromotionRule; lines: readonly PreviewLine[]; shippingMinor: number },
): Promise<Preview> {
  checkRule({ rule: of.rule, startsAt: null, endsAt: null, budgetCurrency: null, budgetMinor: null })
  const market = await marketFor(ctx)
  const sold = await ctx.database.rows<Sold>(sql`
    select v.id as variant_id, p.id as product_id, p.title, p.tags,
      array(select category_id from product_categories placed where placed.product_id = p.id) as category_ids
    from variants v join products p on p.id = v.product_id
    where v.id = any(${of.lines.map(({ variantId }) => variantId)})`)
  const lines = of.lines.map(({ variantId, ...wish }) => {
    const found = sold.find((each) => each.variantId === variantId)
    if (!found) throw errors.notSold()
    return { ...found, id: variantId, isReduced: false, ...wish }
  })
  const rule = await withBranchesOf(ctx, of.rule)
  const { applied, refused, discountMinor } = applyPromotions(
    {
      currency: market.currency,
      country: market.defaultCountry,
      marketId: market.id,
      customerGroupId: rule.needs?.customerGroupIds?.[0] ?? null,
      lines,
      shippingMinor: of.shippingMinor,
    },
    [{ id: 'preview', code: null, rule, priority: 0, combines: 'with-all', combinesWith: [], leftMinor: null }],
  )
  const taken = new Map(applied.flatMap((each) => each.lines).map(({ lineId, amountMinor }) => [lineId, amountMinor]))
  return {
    currency: market.currency,
    goodsMinor: lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0),
    shippingMinor: of.shippingMinor,
    discountMinor,
    shippingDiscountMinor: applied.reduce((sum, each) => sum + each.shippingMinor, 0),
    lines: lines.map(({ id, title, quantity, unitPriceMinor }) => ({
      variantId: id,
      title,
      quantity,
      amountMinor: unitPriceMinor * quantity,
      discountMinor: taken.get(id) ?? 0,
    })),
    because: refused[0]?.because ?? null,
  }
}
