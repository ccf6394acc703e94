/** Pictures of one product: on its own, from close by, and at home. */

import { drawAtHome } from './at-home.ts'
import { openInk } from './ink.ts'
import { type DrawingKind, kinds } from './kinds.ts'
import { makePiece } from './make-piece.ts'
import { hang, paperSweep, sheet, stand, wallInLight } from './scene.ts'
import { eyeAt } from './solid.ts'

/** Which of a product's pictures: alone on paper, a close look, or in use. */
export type DrawingView = 'front' | 'detail' | 'use'

export type DrawingOptions = { color: string; accent?: string; view: DrawingView; seed?: number }

/** Draws a product as an SVG document of 1600 x 2000, the same for the same kind and options. Colours are `#rrggbb`. */
export function drawProduct(kind: DrawingKind, { color, accent, view, seed = 1 }: DrawingOptions): string {
  const ink = openInk(seed * 31 + kind.length)
  if (view === 'use') return sheet(drawAtHome(ink, kind, { color, accent }))
  const { family, pitch, at, scale, detail } = kinds[kind]
  const piece = makePiece(ink, kind, { color, accent })
  const content = piece.outline
    ? wallInLight(ink, family, undefined, 0.42) + hang({ body: piece.body, outline: piece.outline, at, scale })
    : paperSweep(ink, family, undefined, 0.6) + stand(ink, [{ piece, at, scale }], { eye: eyeAt(pitch) })
  return sheet(content, undefined, view === 'detail' ? detail : undefined)
}
