/** The demo shop's pictures, drawn by rule: every picture is an SVG document that says the same for the same wish. */
export { drawCategory, drawHero, drawSocialCard, type PictureShape } from './compositions.ts'
export { type DrawingOptions, type DrawingView, drawProduct } from './draw-product.ts'
export { drawGiftCard } from './gift-card.ts'
export { type DrawingKind, drawingKinds } from './kinds.ts'
export { drawLogo } from './wordmark.ts'
