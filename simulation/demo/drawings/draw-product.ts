/** Pictures of one product: on its own, from close by, and at home. */
import { type DrawingKind, kinds } from './kinds.ts'
import { type Ink, openInk } from './ink.ts'
import { hang, paperSweep, sheet, stand, wallInLight } from './scene.ts'
import { eyeAt, type Piece } from './solid.ts'
import { drawAtHome } from './at-home.ts'

/** Which of a product's pictures: alone on paper, a close look, or in use. */
export type DrawingView = 'front' | 'detail' | 'use'

export type DrawingOptions = { color: string; accent?: string; view: DrawingView; seed?: number }

/** Makes a thing in its colours, as seen from the height usual for its kind or from another. */
export function makePiece(ink: Ink, kind: DrawingKind, { color, accent, pitch }: { color: string; accent?: string; pitch?: number }): Piece {
  const { make, ...usual } = kinds[kind]
  return make(ink, { color, accent: accent ?? usual.accent, eye: eyeAt(pitch ?? usual.pitch) })
}

/** Draws a product as an SVG document of 1600 x 2000, the same for the same kind and options. Colours are `#rrggbb`. */
export function drawProduct(kind: DrawingKind, { color, accent, view, seed = 1 }: DrawingOptions): string {
  const ink = openInk(seed * 31 + kind.length)
  if (view === 'use') return sheet(drawAtHome(ink, kind, { color, accent }))
  const { family, pitch, at, scale, detail } = kinds[kind]
  const piece = makePiece(ink, kind, { color, accent })
  const content = piece.outline
    ? wallInLight(ink, family, undefined, 0.42) + hang(ink, { body: piece.body, outline: piece.outline, at, scale })
    : paperSweep(ink, family, undefined, 0.6) + stand(ink, [{ piece, at, scale }], { eye: eyeAt(pitch) })
  return sheet(content, undefined, view === 'detail' ? detail : undefined)
}
