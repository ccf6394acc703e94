/** Leaves: the twigs in vases and still lifes, and the plant pot with its plant. */

import { dipped, type Made, vessel } from './ceramics.ts'
import { lighten, mix } from './colour.ts'
import { type Ink, linearGradient, n, type Point } from './ink.ts'
import { matte, type Vector } from './light.ts'
import { circle, flatTop, type Piece, rod, shadowOf, turned, wall } from './solid.ts'

/** One leaf from its stalk (the origin) towards `angle` degrees (0 right, 90 up), with a lit and a shaded half. */
export function leaf(
  ink: Ink,
  { at, angle, length, width, color }: { at: Point; angle: number; length: number; width: number; color: string },
): string {
  const tone = lighten(color, (ink.chance() - 0.5) * 0.09 + (angle > 90 ? 0.03 : -0.01))
  const curl = (ink.chance() - 0.5) * width * 0.7
  const lit = linearGradient(
    ink,
    [0, -width],
    [length, width],
    [
      [0, lighten(tone, 0.08)],
      [0.6, lighten(tone, 0.015)],
      [1, lighten(tone, -0.03)],
    ],
  )
  const tip = `${n(length)} ${n(curl)}`
  const upper = `M0 0C${n(length * 0.22)} ${n(-width)} ${n(length * 0.7)} ${n(-width * 0.85 + curl)} ${tip}C${n(length * 0.6)} ${n(curl * 0.4)} ${n(length * 0.3)} ${n(curl * 0.15)} 0 0Z`
  const lower = `M0 0C${n(length * 0.22)} ${n(width)} ${n(length * 0.7)} ${n(width * 0.85 + curl)} ${tip}C${n(length * 0.6)} ${n(curl * 0.4)} ${n(length * 0.3)} ${n(curl * 0.15)} 0 0Z`
  return `${lit.defs}<g transform="translate(${n(at[0])} ${n(at[1])}) rotate(${n(-angle)})"><path d="${angle > 90 && angle < 270 ? upper : lower}" fill="${lighten(tone, -0.075)}"/><path d="${angle > 90 && angle < 270 ? lower : upper}" fill="${lit.fill}"/></g>`
}

export type SprigOptions = {
  from: Point
  angle: number
  length: number
  color: string
  leaves?: number
  leafLength?: number
  bend?: number
  slim?: number
  berries?: string
}

/** A twig with leaves in pairs, thinning towards its tip. */
export function sprig(
  ink: Ink,
  { from, angle, length, color, leaves = 9, leafLength = 110, bend = 20, slim = 0.2, berries }: SprigOptions,
): string {
  const line: Point[] = []
  let [x, y] = from
  const steps = 16
  for (let step = 0; step <= steps; step++) {
    line.push([x, y])
    const turn = ((angle + bend * (step / steps)) * Math.PI) / 180
    x += (Math.cos(turn) * length) / steps
    y -= (Math.sin(turn) * length) / steps
  }
  const stalk = rod(ink, line, {
    radius: (along) => 5 * (1 - along * 0.7),
    color: mix(color, '#6b4f35', 0.6),
    material: matte,
  })
  let green = ''
  for (let i = 0; i < leaves; i++) {
    const along = 0.16 + 0.84 * (i / (leaves - 1 || 1))
    const at = line[Math.round(along * steps)] as Point
    const heading = angle + bend * along
    const size = leafLength * (1.06 - 0.5 * along) * (0.85 + ink.chance() * 0.3)
    const spread = 62 - 28 * along + ink.chance() * 14
    for (const side of i === leaves - 1 ? [0] : [1, -1]) {
      green += leaf(ink, {
        at: [at[0], at[1] + side * 4],
        angle: (heading + side * spread + 360) % 360,
        length: size,
        width: size * slim,
        color,
      })
    }
    if (berries && ink.chance() > 0.35) {
      const [bx, by, r] = [at[0] + (ink.chance() - 0.5) * 40, at[1] + (ink.chance() - 0.5) * 40, 10 + ink.chance() * 6]
      green += `<circle cx="${n(bx)}" cy="${n(by)}" r="${n(r)}" fill="${berries}"/><circle cx="${n(bx - r * 0.3)}" cy="${n(by - r * 0.3)}" r="${n(r * 0.35)}" fill="#fff" opacity="0.4"/>`
    }
  }
  return stalk + green
}

/** A bunch of olive twigs rising from a mouth at the origin. */
export function bunch(
  ink: Ink,
  { color, size = 1, count = 3 }: { color: string; size?: number; count?: number },
): string {
  const spots = [
    { angle: 112, bend: 26 },
    { angle: 74, bend: -34 },
    { angle: 93, bend: 8 },
    { angle: 132, bend: 30 },
    { angle: 56, bend: -30 },
  ]
  return spots
    .slice(0, count)
    .map(({ angle, bend }, index) =>
      sprig(ink, {
        from: [(index - 1) * 14 * size, 20],
        angle,
        bend,
        length: (620 - index * 70) * size,
        color: lighten(color, index * 0.02),
        leaves: 11,
        leafLength: 132 * size,
        slim: 0.17,
      }),
    )
    .join('')
}

/** Round leaves on arching stalks (a pilea). */
function roundLeaves(ink: Ink, color: string): string {
  const stalks: { x: number; y: number; size: number }[] = []
  for (let i = 0; i < 19; i++) {
    const turn = (i * 137.5 * Math.PI) / 180
    const reach = Math.sqrt((i + 0.6) / 19)
    stalks.push({
      x: Math.cos(turn) * 330 * reach,
      y: -250 - 210 * (1 - reach) - Math.abs(Math.sin(turn)) * 130 + Math.sin(turn) * 60,
      size: 78 + ink.chance() * 34,
    })
  }
  stalks.sort((first, second) => first.y - second.y)
  const stems = stalks
    .map(
      ({ x, y }) =>
        `<path d="M${n(x * 0.06)} 0Q${n(x * 0.2)} ${n(y * 0.75)} ${n(x)} ${n(y)}" stroke="${mix(color, '#a9b07c', 0.4)}" stroke-width="6" fill="none"/>`,
    )
    .join('')
  const discs = stalks
    .map(({ x, y, size }) => {
      const tone = lighten(color, (ink.chance() - 0.5) * 0.08)
      const tilt = 0.62 + ink.chance() * 0.34
      const { defs, fill } = linearGradient(
        ink,
        [-size, -size],
        [size, size],
        [
          [0, lighten(tone, 0.13)],
          [0.5, lighten(tone, 0.02)],
          [1, lighten(tone, -0.08)],
        ],
      )
      return `${defs}<g transform="translate(${n(x)} ${n(y)}) rotate(${n(x * 0.07)}) scale(1 ${n(tilt * 10) === '10' ? 1 : tilt.toFixed(2)})"><circle cx="7" cy="13" r="${n(size)}" fill="#1c2b17" opacity="0.16"/><circle r="${n(size)}" fill="${fill}"/><circle cx="${n(-size * 0.1)}" cy="${n(-size * 0.16)}" r="6" fill="${lighten(tone, 0.2)}"/><path d="M${n(-size * 0.1)} ${n(-size * 0.16)}L${n(size * 0.6)} ${n(size * 0.4)}M${n(-size * 0.1)} ${n(-size * 0.16)}L${n(-size * 0.6)} ${n(size * 0.3)}M${n(-size * 0.1)} ${n(-size * 0.16)}L${n(size * 0.1)} ${n(-size * 0.8)}" stroke="${lighten(tone, 0.1)}" stroke-width="2.5" opacity="0.55"/></g>`
    })
    .join('')
  return stems + discs
}

/** A plant pot on its saucer, with a pilea in it. */
export function plantPot(ink: Ink, { color, accent, eye }: Made): Piece {
  const saucer = turned(
    [
      [290, 0],
      [300, 3],
      [320, 26],
      [328, 44],
      [324, 50],
      [316, 48],
    ],
    circle,
    4,
  )
  const { body, rings } = vessel(ink, {
    profile: [
      [226, 30],
      [234, 34],
      [256, 140],
      [284, 330],
      [296, 430],
      [298, 470],
    ],
    paint: dipped(color, 0.02),
    inside: lighten(color, -0.12),
    material: matte,
    eye,
    lip: 15,
    depth: 0.2,
    speckled: color,
  })
  const soil = flatTop(ink, circle(276), 440, { color: '#57402f', eye, material: matte })
  const green = mix('#6f8f5b', accent, 0.08)
  const crown: Vector[] = Array.from(
    { length: 24 },
    (_, i): Vector => [Math.cos((i / 24) * 6.283) * 380, 800 + Math.sin((i / 24) * 6.283) * 230, 0],
  )
  return {
    body:
      wall(ink, saucer, { paint: color, material: matte, eye, sky: () => 0.8 }) +
      flatTop(ink, circle(300), 40, { color: lighten(color, -0.14), eye, material: matte }) +
      body +
      soil +
      `<g transform="translate(0 ${n(-446 * eye.cos)})">${roundLeaves(ink, green)}</g>`,
    shadows: [shadowOf(saucer), shadowOf(rings), crown],
    height: 980,
  }
}
