/** Cloth: reliefs in the window light, weaves and knits, seams. */
import { hexOf, isDark, labOf, lighten } from './colour.ts'
import { clipped, type Ink, linearGradient, n, type Point, type Stop } from './ink.ts'
import { cloth, type Material, shade, unit } from './light.ts'

/** A box on the paper. */
export type Box = { x: number; y: number; width: number; height: number }

/**
 * A soft surface facing the viewer: `rise` gives how far it stands out at a place of the paper, in pixels.
 * Painted in level strips and kept within `outline`.
 */
export function relief(
  ink: Ink,
  {
    box,
    outline,
    rise,
    color,
    material = cloth,
    row = 9,
    columns = 34,
    sky,
  }: {
    box: Box
    outline: string
    rise: (x: number, y: number) => number
    color: string | ((x: number, y: number) => string)
    material?: Material
    row?: number
    columns?: number
    sky?: (x: number, y: number) => number
  },
): string {
  let strips = ''
  const fixed = typeof color === 'string' ? labOf(color) : undefined
  for (let y = box.y; y < box.y + box.height; y += row) {
    const stops: Stop[] = []
    const middle = y + row / 2
    for (let column = 0; column <= columns; column++) {
      const x = box.x + (column / columns) * box.width
      const slopeX = (rise(x + 3, middle) - rise(x - 3, middle)) / 6
      const slopeY = (rise(x, middle + 3) - rise(x, middle - 3)) / 6
      const base = fixed ?? labOf((color as (x: number, y: number) => string)(x, middle))
      stops.push([column / columns, hexOf(shade(base, unit([-slopeX, slopeY, 1]), material, sky?.(x, middle) ?? 1))])
    }
    const { defs, fill } = linearGradient(ink, [box.x, 0], [box.x + box.width, 0], stops)
    strips += `${defs}<rect x="${n(box.x)}" y="${n(y)}" width="${n(box.width)}" height="${n(row + 1.2)}" fill="${fill}"/>`
  }
  return clipped(ink, outline, strips)
}

/** A row of stitches along a path. */
export const seam = (
  path: string,
  color: string,
  { width = 3.4, dash = '13 8' }: { width?: number; dash?: string } = {},
): string =>
  `<path d="${path}" fill="none" stroke="${lighten(color, -0.22)}" stroke-opacity="0.55" stroke-width="${width * 1.3}" stroke-dasharray="${dash}" stroke-linecap="round" transform="translate(1.2 1.6)"/>` +
  `<path d="${path}" fill="none" stroke="${lighten(color, isDark(color) ? 0.2 : 0.09)}" stroke-width="${width}" stroke-dasharray="${dash}" stroke-linecap="round"/>`

/** A soft crease: dark on one side, light on the other. */
export const crease = (path: string, color: string, width = 10, strength = 0.5): string =>
  `<path d="${path}" fill="none" stroke="${lighten(color, -0.3)}" stroke-opacity="${strength * 0.5}" stroke-width="${width}" stroke-linecap="round"/>` +
  `<path d="${path}" fill="none" stroke="${lighten(color, 0.14)}" stroke-opacity="${strength * 0.6}" stroke-width="${width * 0.5}" stroke-linecap="round" transform="translate(${n(width * 0.6)} ${n(width * 0.3)})"/>`

/** How a bell-shaped bump rises at a distance from its middle. */
export const bump = (distance: number, reach: number): number => Math.exp(-((distance / reach) ** 2))

/** A fold in cloth along a line between two points: highest in its middle, running out softly at both ends. */
export function fold([x, y]: Point, [ax, ay]: Point, [bx, by]: Point, reach: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
  const away = ((x - ax) * dy - (y - ay) * dx) / Math.hypot(dx, dy)
  return bump(away, reach) * bump(along - 0.45, 0.42)
}

/** A wooden peg in the wall, seen from the front. */
export function peg(ink: Ink, [x, y]: Point, color = '#c49a6c'): string {
  const { defs, fill } = linearGradient(
    ink,
    [x - 30, y - 30],
    [x + 30, y + 34],
    [
      [0, lighten(color, 0.1)],
      [0.5, color],
      [1, lighten(color, -0.2)],
    ],
  )
  return `${defs}<ellipse cx="${n(x + 14)}" cy="${n(y + 20)}" rx="40" ry="34" fill="#3f2c1c" opacity="0.2"/><circle cx="${n(x)}" cy="${n(y)}" r="34" fill="${fill}"/><circle cx="${n(x - 3)}" cy="${n(y - 3)}" r="25" fill="${lighten(color, 0.035)}"/><path d="M${n(x - 18)} ${n(y - 8)}q16 -8 32 0M${n(x - 20)} ${n(y + 4)}q20 -8 40 0" stroke="${lighten(color, -0.12)}" stroke-width="2" fill="none" opacity="0.6"/>`
}
