/** What every drawing writes with: unique ids, repeatable chance, short numbers, and the few SVG phrases used everywhere. */

/** Hands out ids that are unique in one drawing, and chance that is the same for the same seed. */
export type Ink = { id: () => string; chance: () => number }

/** A point on the paper: x to the right, y down. */
export type Point = [x: number, y: number]

/** Opens a fresh pot of ink. The chance is mulberry32 (Tommy Ettinger, public domain description). */
export function openInk(seed: number): Ink {
  let count = 0
  let state = (seed * 2654435761 + 12345) >>> 0
  return {
    id: () => `i${(count++).toString(36)}`,
    chance: () => {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    },
  }
}

/** A number as short as one decimal allows. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

/** A closed path through points. */
export const closed = (points: Point[]): string => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`

/** An open path through points. */
export const open = (points: Point[]): string => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`

/** One stop of a gradient. */
export type Stop = [offset: number, color: string, opacity?: number]

const stopsOf = (stops: Stop[]) =>
  stops
    .map(
      ([offset, color, opacity]) =>
        `<stop offset="${Math.round(offset * 1000) / 1000}" stop-color="${color}"${opacity === undefined ? '' : ` stop-opacity="${Math.round(opacity * 100) / 100}"`}/>`,
    )
    .join('')

/** A straight gradient between two points of the drawing; gives its definition and its `url(#id)`. */
export function linearGradient(ink: Ink, from: Point, to: Point, stops: Stop[]): { defs: string; fill: string } {
  const id = ink.id()
  return {
    defs: `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${n(from[0])}" y1="${n(from[1])}" x2="${n(to[0])}" y2="${n(to[1])}">${stopsOf(stops)}</linearGradient>`,
    fill: `url(#${id})`,
  }
}

/** A round gradient, squeezed to `radiusY` when that is given. */
export function radialGradient(
  ink: Ink,
  { at, radius, radiusY = radius, stops }: { at: Point; radius: number; radiusY?: number; stops: Stop[] },
): { defs: string; fill: string } {
  const id = ink.id()
  const squeeze = `translate(${n(at[0])} ${n(at[1])}) scale(1 ${Math.round((radiusY / radius) * 1000) / 1000})`
  return {
    defs: `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="${n(radius)}" gradientTransform="${squeeze}">${stopsOf(stops)}</radialGradient>`,
    fill: `url(#${id})`,
  }
}

/**
 * Content softened by `deviation` pixels. `margin` is how far the softness may reach, as a share of the content's size:
 * the cost grows with the area, so large content takes a small one.
 */
export function blurred(ink: Ink, content: string, deviation: number, attributes = '', margin = 0.3): string {
  const id = ink.id()
  const share = (value: number) => `${Math.round(value * 100)}%`
  return `<filter id="${id}" x="${share(-margin)}" y="${share(-margin)}" width="${share(1 + 2 * margin)}" height="${share(1 + 2 * margin)}"><feGaussianBlur stdDeviation="${n(deviation)}"/></filter><g filter="url(#${id})" ${attributes}>${content}</g>`
}

/**
 * Shapes with an edge that fades over `reach` pixels, by a stack of strokes: for large shapes far quicker than a blur.
 * `paint` is the colour or gradient; shapes without a stroke of their own take it.
 */
export function softened(
  shapes: string,
  { reach, paint, opacity }: { reach: number; paint: string; opacity: number },
): string {
  const layers = 13
  let stack = ''
  for (let layer = 0; layer < layers; layer++) {
    const wide = 2 * reach * (1 - layer / (layers - 1))
    stack += `<g stroke-width="${n(wide)}" opacity="0.14">${shapes}</g>`
  }
  return `<g fill="${paint}" stroke="${paint}" stroke-linejoin="round" opacity="${opacity}">${stack}</g>`
}

/** Content seen only inside a path. */
export function clipped(ink: Ink, path: string, content: string): string {
  const id = ink.id()
  return `<clipPath id="${id}"><path d="${path}"/></clipPath><g clip-path="url(#${id})">${content}</g>`
}

/** A smooth line through the given points (centripetal-like Catmull-Rom), `steps` per span. A point given twice stays a corner. */
export function smooth(points: Point[], steps = 12): Point[] {
  const result: Point[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const b = points[i] as Point
    const c = points[i + 1] as Point
    if (b[0] === c[0] && b[1] === c[1]) continue
    const a = points[i - 1] ?? b
    const d = points[i + 2] ?? c
    for (let step = 0; step < steps; step++) {
      const t = step / steps
      const at = (p: number, q: number, r: number, s: number) =>
        q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))
      result.push([at(a[0], b[0], c[0], d[0]), at(a[1], b[1], c[1], d[1])])
    }
  }
  result.push(points[points.length - 1] as Point)
  return result
}
