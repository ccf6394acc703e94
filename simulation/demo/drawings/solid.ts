/**
 * Solid things seen from slightly above, built of level rings stacked from the ground up and painted in that order,
 * so that whatever is in front covers what is behind. Parallel projection: nothing gets smaller with distance.
 */
import { hexOf, type Lab, labOf } from './colour.ts'
import { clipped, closed, type Ink, linearGradient, type Point, type Stop, smooth } from './ink.ts'
import { type Material, shade, shadowFall, unit, type Vector } from './light.ts'

/** How steeply the viewer looks down: the sine foreshortens the ground, the cosine the heights. */
export type Eye = { sin: number; cos: number }
export const eyeAt = (degrees: number): Eye => ({
  sin: Math.sin((degrees * Math.PI) / 180),
  cos: Math.cos((degrees * Math.PI) / 180),
})
/** The usual viewpoint. */
export const usualEye = eyeAt(14)

/** A point in space on the paper, the origin being where the thing touches the ground. */
export const project = ([x, y, z]: Vector, eye: Eye): Point => [x, z * eye.sin - y * eye.cos]

/**
 * A thing that can be put into a scene. `shadows` are outlines that cast on the ground, each a cloud of points in
 * space; `outline` (SVG paths) casts on the wall behind a thing that hangs.
 */
export type Piece = { body: string; shadows: Vector[][]; height: number; outline?: string }

/** A level outline: points around the vertical axis, and which way each faces in the level plane. */
export type Outline = { points: [x: number, z: number][]; facing: [x: number, z: number][] }

/** A ring of a solid: its outline at a height, and how its wall leans (0 upright, 1 facing the sky, -1 the ground). */
export type Ring = { outline: Outline; y: number; lean: number; share: number }

/** A circle around the axis. */
export function circle(radius: number, steps = 76): Outline {
  const outline: Outline = { points: [], facing: [] }
  for (let i = 0; i < steps; i++) {
    // Starts at the far left and runs through the front, so that the front half comes first.
    const turn = Math.PI + (i / steps) * 2 * Math.PI
    const [x, z] = [Math.cos(turn), -Math.sin(turn)]
    outline.points.push([radius * x, radius * z])
    outline.facing.push([x, z])
  }
  return outline
}

/** A rounded rectangle, turned by `yaw` degrees. */
export function roundedRectangle(width: number, depth: number, corner: number, yaw = 0): Outline {
  const outline: Outline = { points: [], facing: [] }
  const turn = (yaw * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const rounding = Math.min(corner, width / 2, depth / 2)
  const centres: [number, number][] = [
    [-1, 1],
    [1, 1],
    [1, -1],
    [-1, -1],
  ]
  centres.forEach(([sideX, sideZ], index) => {
    for (let step = 0; step <= 14; step++) {
      const angle = Math.PI - (index * Math.PI) / 2 - (step / 14) * (Math.PI / 2)
      const [fx, fz] = [Math.cos(angle), Math.sin(angle)]
      const x = sideX * (width / 2 - rounding) + rounding * fx
      const z = sideZ * (depth / 2 - rounding) + rounding * fz
      outline.points.push([x * cos - z * sin, x * sin + z * cos])
      outline.facing.push([fx * cos - fz * sin, fx * sin + fz * cos])
    }
  })
  return outline
}

/** What colour the wall has at a share of the height (0 foot, 1 rim). */
export type Paint = string | ((share: number) => string)
const paintAt = (paint: Paint, share: number): Lab => labOf(typeof paint === 'string' ? paint : paint(share))

const paperOutline = (ring: Ring, eye: Eye): Point[] =>
  ring.outline.points.map(([x, z]) => project([x, ring.y, z], eye))

type HalfOptions = { paint: Paint; material: Material; inward?: boolean; sky?: number; side: 'front' | 'back' }

/** The light along one half of a ring, from left to right. */
function halfStops(
  ring: Ring,
  { paint, material, inward = false, sky = 1, side }: HalfOptions,
): { stops: Stop[]; from: number; to: number } {
  const upright = Math.sqrt(Math.max(0, 1 - ring.lean * ring.lean))
  const chain: { x: number; color: string }[] = []
  const base = paintAt(paint, ring.share)
  ring.outline.points.forEach(([x], index) => {
    const [fx, fz] = ring.outline.facing[index] as [number, number]
    if (side === 'front' ? fz < -0.001 : fz > 0.001) return
    const sign = inward ? -1 : 1
    const normal = unit([sign * fx * upright, ring.lean, sign * fz * upright])
    chain.push({ x, color: hexOf(shade(base, normal, material, sky)) })
  })
  chain.sort((first, second) => first.x - second.x)
  // A gradient needs fewer stops than an outline needs points.
  const thin = Math.ceil(chain.length / 20)
  const from = chain[0]?.x ?? -1
  const to = chain[chain.length - 1]?.x ?? 1
  return {
    stops: chain
      .filter((_, index) => index % thin === 0 || index === chain.length - 1)
      .map(({ x, color }) => [(x - from) / Math.max(0.001, to - from), color]),
    from,
    to,
  }
}

function paintRing(ink: Ink, path: string, ring: Ring, options: HalfOptions): string {
  const { stops, from, to } = halfStops(ring, options)
  const { defs, fill } = linearGradient(ink, [from, 0], [to, 0], stops)
  return `${defs}<path d="${path}" fill="${fill}" fill-rule="evenodd"/>`
}

/** The wall of a solid, from the ground up. `sky` says how open the surroundings are at a share of the height. */
export function wall(
  ink: Ink,
  rings: Ring[],
  { paint, material, eye, sky }: { paint: Paint; material: Material; eye: Eye; sky?: (share: number) => number },
): string {
  return rings
    .map((ring, index) => {
      const points = paperOutline(ring, eye)
      const next = rings[index + 1]
      const back = Math.min(...points.map(([, y]) => y))
      const nextBack = next ? Math.min(...paperOutline(next, eye).map(([, y]) => y)) : Number.POSITIVE_INFINITY
      const options = { paint, material, sky: sky?.(ring.share) ?? 1 }
      // The far half shows only where the next ring up is so much smaller that it leaves it bare.
      const far =
        next && back < nextBack - 0.05 ? paintRing(ink, closed(points), ring, { ...options, side: 'back' }) : ''
      const front = next || far ? closed(band(points, ring, next ? paperOutline(next, eye) : [])) : closed(points)
      return far + paintRing(ink, front, ring, { ...options, side: 'front' })
    })
    .join('')
}

/** The near half of a ring, joined to the ends of the ring above, so that the silhouette is a line and not steps. */
function band(points: Point[], ring: Ring, above: Point[]): Point[] {
  const near = frontHalf(points, ring)
  if (above.length === 0) return near
  const byX = [...above].sort((first, second) => first[0] - second[0])
  const [left, right] = [byX[0] as Point, byX[byX.length - 1] as Point]
  const runsRight = (near[0]?.[0] ?? 0) < (near[near.length - 1]?.[0] ?? 0)
  return [...near, ...(runsRight ? [right, left] : [left, right])]
}

/** The points of a ring that face the viewer, in the order in which they follow each other along it. */
function frontHalf(points: Point[], ring: Ring): Point[] {
  const faces = (index: number) => (ring.outline.facing[index] as [number, number])[1] >= -0.02
  const count = points.length
  let start = points.findIndex((_, index) => faces(index) && !faces((index + count - 1) % count))
  if (start < 0) start = 0
  return Array.from({ length: count }, (_, step) => (start + step) % count)
    .filter(faces)
    .map((index) => points[index] as Point)
}

/** The inside of an open vessel, seen over its rim: rings from the rim down, kept within the rim. */
export function hollow(
  ink: Ink,
  rings: Ring[],
  { paint, material, eye, depthSky = 0.25 }: { paint: Paint; material: Material; eye: Eye; depthSky?: number },
): string {
  const rim = rings[0] as Ring
  const layers = rings.map((ring, index) => {
    const points = paperOutline(ring, eye)
    const sky = 1 - (index / rings.length) * (1 - depthSky)
    const options = { paint, material, inward: true, sky }
    // Left out of each ring is what the ring after the next will cover anyway: a plate would be painted forty times over.
    const inner = rings[index + 2]
    const hole = inner ? paperOutline(inner, eye) : []
    const holed = (outer: Point[], within: Point[]) => closed(outer) + (within.length > 0 ? closed(within) : '')
    return (
      paintRing(ink, holed(points, hole), ring, { ...options, side: 'back' }) +
      paintRing(ink, holed(frontHalf(points, ring), inner ? frontHalf(hole, inner) : []), ring, {
        ...options,
        side: 'front',
      })
    )
  })
  return clipped(ink, closed(paperOutline(rim, eye)), layers.join(''))
}

/** A flat face at a height: a lid, a table top, what a vessel is filled with. */
export function flatTop(
  ink: Ink,
  outline: Outline,
  y: number,
  { color, eye, material, bend = 0.03 }: { color: string; eye: Eye; material: Material; bend?: number },
): string {
  const points = outline.points.map(([x, z]) => project([x, y, z], eye))
  const xs = points.map(([x]) => x)
  const base = labOf(color)
  const tone = (lean: number) => hexOf(shade(base, unit([lean, 1, 0.15]), material))
  const { defs, fill } = linearGradient(
    ink,
    [Math.min(...xs), -y],
    [Math.max(...xs), -y + 40],
    [
      [0, tone(-bend * 8)],
      [0.5, tone(0)],
      [1, tone(bend * 10)],
    ],
  )
  return `${defs}<path d="${closed(points)}" fill="${fill}"/>`
}

/** Rings of a turned solid from its profile: points of radius and height from the foot up. `inward` profiles run from the rim down. */
export function turned(profile: Point[], outlineOf: (radius: number) => Outline = circle, spacing = 7): Ring[] {
  const line = smooth(profile, 40)
  const heights = line.map(([, y]) => y)
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const rings: Ring[] = []
  let last: Point | undefined
  line.forEach((point, index) => {
    const isEnd = index === line.length - 1
    if (last && !isEnd && Math.hypot(point[0] - last[0], point[1] - last[1]) < spacing) return
    const before = line[Math.max(0, index - 2)] as Point
    const after = line[Math.min(line.length - 1, index + 2)] as Point
    const [dr, dy] = [after[0] - before[0], after[1] - before[1]]
    const length = Math.hypot(dr, dy) || 1
    const lean = Math.max(-0.98, Math.min(0.98, -dr / length))
    rings.push({
      outline: outlineOf(Math.max(0.5, point[0])),
      y: point[1],
      lean,
      share: (point[1] - low) / (high - low || 1),
    })
    last = point
  })
  return rings
}

/** The cloud of points that casts a ring solid's shadow. */
export const shadowOf = (rings: Ring[]): Vector[] =>
  rings
    .filter((_, index) => index % 6 === 0 || index === rings.length - 1)
    .flatMap(({ outline, y }) =>
      outline.points.filter((_, index) => index % 5 === 0).map(([x, z]): Vector => [x, y, z]),
    )

/** Where a point's shadow falls on the paper. */
export const fall = ([x, y, z]: Vector, eye: Eye): Point => [x + y * shadowFall.x, (z + y * shadowFall.z) * eye.sin]

/** Outermost points of a cloud (Andrew's monotone chain). */
export function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((first, second) => first[0] - second[0] || first[1] - second[1])
  const turn = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
  const half = (list: Point[]) => {
    const chain: Point[] = []
    for (const point of list) {
      while (chain.length >= 2 && turn(chain[chain.length - 2] as Point, chain[chain.length - 1] as Point, point) <= 0)
        chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Which way is across a line at each of its points: joints share it, so a bend shows neither gaps nor corners. */
function acrossAt(line: Point[]): Point[] {
  return line.map((_, index) => {
    const before = line[Math.max(0, index - 1)] as Point
    const after = line[Math.min(line.length - 1, index + 1)] as Point
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
    return [-(after[1] - before[1]) / length, (after[0] - before[0]) / length]
  })
}

/** A round rod bent along a line on the paper: handles, spouts, arms, cords. `radius` may change along it (0 start, 1 end). */
export function rod(
  ink: Ink,
  line: Point[],
  { radius, color, material }: { radius: (along: number) => number; color: string; material: Material },
): string {
  const base = labOf(color)
  const across = acrossAt(line)
  const edge = (index: number, side: number): Point => {
    const [x, y] = line[index] as Point
    const [px, py] = across[index] as Point
    const wide = radius(index / (line.length - 1)) * side
    return [x + px * wide, y + py * wide]
  }
  const parts: string[] = []
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b] = [line[i] as Point, line[i + 1] as Point]
    const [px, py] = unit([b[1] - a[1], a[0] - b[0], 0]).map((part) => -part) as Vector
    const stops: Stop[] = []
    for (let lane = 0; lane <= 12; lane++) {
      const side = (lane / 12) * 2 - 1
      const normal = unit([side * px, -side * py, Math.sqrt(Math.max(0, 1 - side * side)) + 0.05])
      stops.push([lane / 12, hexOf(shade(base, normal, material))])
    }
    const wide = radius((i + 0.5) / (line.length - 1))
    const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const { defs, fill } = linearGradient(
      ink,
      [mx - px * wide, my - py * wide],
      [mx + px * wide, my + py * wide],
      stops,
    )
    const quad = closed([edge(i, -1), edge(i + 1, -1), edge(i + 1, 1), edge(i, 1)])
    // A hairline of its own colour closes the seam to the next length.
    parts.push(`${defs}<path d="${quad}" fill="${fill}" stroke="${fill}" stroke-width="0.9"/>`)
  }
  return parts.join('')
}
