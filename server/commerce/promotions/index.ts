/** Promotions: codes and automatic discounts, applied by one pure engine, kept within their limits and budgets. */

export { addCode, generateCodes } from './add-codes.ts'
export { type AppliedPromotion, applyPromotions } from './apply-promotions.ts'
export { errors } from './errors.ts'
export { isGoodCode, writtenCode } from './find-code.ts'
export { listeners } from './listeners.ts'
export {
  type Discount,
  type EnteredCode,
  type PromotionFacts,
  promoteBasket,
  promotionFacts,
} from './promote-basket.ts'
export type { BasketLine, PromotionRule, Refusal } from './promotion-rule.ts'
export { releaseUses, reserveUses, usesConfirmed } from './reserve-uses.ts'
export { routes } from './routes.ts'
export { changePromotion, createPromotion, type PromotionInput } from './save-promotion.ts'
