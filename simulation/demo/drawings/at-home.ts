/** A product in use: a small still life in a room. */
import type { Ink } from './ink.ts'
import type { DrawingKind } from './kinds.ts'
import { kinds } from './kinds.ts'
import { makePiece } from './make-piece.ts'
import { stand, tableAndWall } from './scene.ts'
import { eyeAt } from './solid.ts'

export function drawAtHome(ink: Ink, kind: DrawingKind, { color, accent }: { color: string; accent?: string }): string {
  const { family, at, scale } = kinds[kind]
  const piece = makePiece(ink, kind, { color, accent, pitch: 16 })
  return (
    tableAndWall(ink, { family }) + stand(ink, [{ piece, at: [at[0], 1500], scale: scale * 0.8 }], { eye: eyeAt(16) })
  )
}
