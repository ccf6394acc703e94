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

export type Weave = 'linen' | 'canvas' | 'knit' | 'rib' | 'terry' | 'wool' | 'leather'

/** Threads of each weave in a tile: what is drawn dark, what light, and how big the tile is. */
const weaves: Record<Weave, { width: number; height: number; dark: string; light: string; line: number }> = {
  linen: { width: 14, height: 12, dark: 'M0 2h9M5 8h9M3 0v5M10 6v6', light: 'M0 4h9M5 10h9M6 0v6M12 4v8', line: 1.5 },
  canvas: { width: 10, height: 10, dark: 'M1 4.4h4M6 9.4h4M5.5 1v3M.6 6v3', light: 'M1 1.2h4M6 6.2h4', line: 1.8 },
  knit: { width: 18, height: 16, dark: 'M0 0L9 12M18 0L9 12M9 -4L9 16', light: 'M3 1L8 8M15 1L10 8', line: 2.2 },
  rib: { width: 24, height: 14, dark: 'M0 0V14M24 0V14M3 2L10 11M21 2L14 11', light: 'M8 0L11 4M16 0L13 4', line: 3 },
  terry: {
    width: 17,
    height: 15,
    dark: 'M2 6a3 3 0 0 1 6 0M10 13a3 3 0 0 1 6 0',
    light: 'M2 4a3 3 0 0 1 6 0M10 11a3 3 0 0 1 6 0',
    line: 1.7,
  },
  wool: {
    width: 16,
    height: 16,
    dark: 'M0 4L4 0M0 12L12 0M4 16L16 4M12 16L16 12',
    light: 'M0 8L8 0M8 16L16 8',
    line: 1.7,
  },
  leather: {
    width: 23,
    height: 19,
    dark: 'M3 4q4 3 7 0M14 9q3 4 6 1M5 14q3 2 6 0',
    light: 'M3 6q4 3 7 0M14 11q3 4 6 1',
    line: 1.2,
  },
}

/** Lays a weave over a path. */
export function weave(
  ink: Ink,
  outline: string,
  { kind, color, strength = 1, scale = 1 }: { kind: Weave; color: string; strength?: number; scale?: number },
): string {
  const id = ink.id()
  const { width, height, dark, light, line } = weaves[kind]
  const [shadow, gleam] = isDark(color) ? [0.34, 0.16] : [0.17, 0.34]
  const threads =
    `<path d="${dark}" stroke="${lighten(color, -0.3)}" stroke-opacity="${n(shadow * strength * 10) === '0' ? 0.1 : Math.round(shadow * strength * 100) / 100}" fill="none" stroke-width="${line}" stroke-linecap="round"/>` +
    `<path d="${light}" stroke="${lighten(color, 0.16)}" stroke-opacity="${Math.round(gleam * strength * 100) / 100}" fill="none" stroke-width="${line}" stroke-linecap="round"/>`
  return `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="scale(${scale})">${threads}</pattern><path d="${outline}" fill="url(#${id})"/>`
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
