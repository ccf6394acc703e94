/** Thrown and glazed things: cup, mug, bowl, plate. All turned on the wheel, so all built of rings. */
import { labOf, lighten, mix } from './colour.ts'
import { type Ink, n, type Point, smooth } from './ink.ts'
import { glazed, type Material, satin, type Vector } from './light.ts'
import {
  circle,
  type Eye,
  hollow,
  type Paint,
  type Piece,
  project,
  type Ring,
  rod,
  shadowOf,
  turned,
  wall,
} from './solid.ts'

/** What a piece is made in: its colour, a second colour, and where the viewer stands. */
export type Made = { color: string; accent: string; eye: Eye }

const clay = '#c49a76'

/** Glaze above, bare clay at the foot, with the thick line of glaze where it stopped. */
export const dipped =
  (color: string, line: number, foot = clay): Paint =>
  (share) => {
    if (share < line - 0.012) return foot
    if (share < line + 0.012) return mix(foot, lighten(color, -0.12), (share - line + 0.012) / 0.024)
    return share < line + 0.05 ? mix(lighten(color, -0.05), color, (share - line - 0.012) / 0.038) : color
  }

/** Iron specks in the glaze, thrown over the near side of a ring solid. */
export function specks(
  ink: Ink,
  rings: Ring[],
  { color, eye, count = 150, from = 0 }: { color: string; eye: Eye; count?: number; from?: number },
): string {
  const dark = labOf(color).l > 0.5
  let marks = ''
  for (let i = 0; i < count; i++) {
    const ring = rings[Math.floor(ink.chance() * rings.length)] as Ring
    const index = Math.floor(ink.chance() * ring.outline.points.length)
    const [x, z] = ring.outline.points[index] as [number, number]
    const [fx, fz] = ring.outline.facing[index] as [number, number]
    const size = 1 + ink.chance() ** 3 * 3.6
    if (ring.share < from || fz < 0.12) continue
    const [px, py] = project([x, ring.y, z], eye)
    marks += `<ellipse cx="${n(px + (ink.chance() - 0.5) * 14)}" cy="${n(py + (ink.chance() - 0.5) * 5)}" rx="${n(size * Math.max(0.35, 1 - Math.abs(fx) ** 3))}" ry="${n(size)}" opacity="${n(0.25 + ink.chance() * 0.5)}"/>`
  }
  return `<g fill="${dark ? mix(color, '#4b3220', 0.75) : lighten(color, 0.16)}">${marks}</g>`
}

/** An open vessel: wall, rim with some thickness, and the inside down to `depth`. */
export function vessel(
  ink: Ink,
  {
    profile,
    paint,
    inside,
    material,
    eye,
    lip = 9,
    depth = 0.5,
    speckled,
  }: {
    profile: Point[]
    paint: Paint
    inside: string
    material: Material
    eye: Eye
    lip?: number
    depth?: number
    speckled?: string
  },
): { body: string; rings: Ring[]; radius: number; top: number } {
  const rings = turned(profile)
  const last = rings[rings.length - 1] as Ring
  const radius = profile[profile.length - 1]?.[0] ?? 0
  const top = last.y
  const marks = speckled ? specks(ink, rings, { color: speckled, eye, from: 0.14 }) : ''
  const rimColor = typeof paint === 'string' ? paint : paint(1)
  const lipRings = turned(
    [
      [radius, top - 1],
      [radius - lip * 0.12, top + lip * 0.4],
      [radius - lip * 0.5, top + lip * 0.55],
      [radius - lip, top + lip * 0.2],
    ],
    circle,
    1.2,
  )
  const floor = top - (top - (profile[0]?.[1] ?? 0)) * depth
  const inner = turned(
    profile
      .filter(([, y]) => y >= floor)
      .map(([r, y]): Point => [Math.max(2, r - lip), y])
      .reverse(),
    circle,
    7,
  )
  const body =
    wall(ink, rings, { paint, material, eye, sky: (share) => 0.62 + 0.38 * Math.min(1, share * 3.2) }) +
    marks +
    wall(ink, lipRings, { paint: lighten(rimColor, 0.02), material, eye }) +
    hollow(ink, inner, { paint: inside, material: { ...material, gloss: material.gloss * 0.35 }, eye })
  return { body, rings, radius, top }
}

/** A small cup without a handle, dipped, with a clay foot. */
export function cup(ink: Ink, { color, eye }: Made): Piece {
  const profile: Point[] = [
    [205, 0],
    [214, 6],
    [246, 60],
    [276, 180],
    [290, 330],
    [296, 470],
    [297, 520],
  ]
  const { body, rings } = vessel(ink, {
    profile,
    paint: dipped(color, 0.15),
    inside: mix(color, '#fbf5ea', 0.72),
    material: glazed,
    eye,
    lip: 12,
    depth: 0.6,
    speckled: color,
  })
  return { body, shadows: [shadowOf(rings)], height: 520 }
}

/** A mug with a handle to the right. */
export function mug(ink: Ink, { color, eye }: Made): Piece {
  const profile: Point[] = [
    [222, 0],
    [240, 4],
    [262, 30],
    [272, 90],
    [274, 260],
    [272, 470],
    [274, 560],
  ]
  const line = smooth(
    [
      [258, -440],
      [330, -462],
      [420, -420],
      [446, -320],
      [418, -210],
      [340, -146],
      [258, -120],
    ],
    9,
  )
  const radius = (along: number) => 27 + 8 * (2 * along - 1) ** 2
  const handle = rod(ink, line, { radius, color, material: glazed })
  const { body, rings } = vessel(ink, {
    profile,
    paint: dipped(color, 0.1),
    inside: mix(color, '#fbf5ea', 0.8),
    material: glazed,
    eye,
    lip: 13,
    depth: 0.5,
    speckled: color,
  })
  const grip = line.map(([x, y]): Vector => [x + 22, -y, 0])
  return { body: handle + body, shadows: [shadowOf(rings), grip], height: 560 }
}

/** A wide bowl. */
export function bowl(ink: Ink, { color, eye }: Made): Piece {
  const profile: Point[] = [
    [178, 0],
    [182, 0],
    [186, 34],
    [200, 44],
    [292, 78],
    [398, 168],
    [462, 276],
    [492, 372],
  ]
  const { body, rings } = vessel(ink, {
    profile,
    paint: dipped(color, 0.13),
    inside: mix(color, '#fbf5ea', 0.45),
    material: glazed,
    eye,
    lip: 12,
    depth: 0.86,
    speckled: color,
  })
  return { body, shadows: [shadowOf(rings)], height: 372 }
}

/** Three plates in a stack, each a little off the other. */
export function plate(ink: Ink, { color, accent, eye }: Made): Piece {
  const tones = [color, mix(color, accent, 0.5), color]
  let body = ''
  const clouds: Vector[][] = []
  tones.forEach((tone, index) => {
    const shift = (ink.chance() - 0.5) * 14
    const rings = turned(
      [
        [300, 0],
        [304, 0],
        [306, 12],
        [330, 20],
        [430, 32],
        [498, 58],
        [520, 76],
      ],
      circle,
      index < 2 ? 16 : 9,
    )
    const inner = turned(
      [
        [512, 78],
        [494, 64],
        [440, 42],
        [400, 29],
        [366, 23],
        [330, 20.6],
        [270, 20],
        [160, 20],
        [2, 20],
      ],
      circle,
      9,
    )
    const lip = turned(
      [
        [520, 76],
        [521, 80],
        [518, 83],
        [512, 82],
      ],
      circle,
      1,
    )
    body += `<g transform="translate(${n(shift)} ${n(-index * 44 * eye.cos)})">${wall(ink, rings, { paint: tone, material: glazed, eye, sky: (share) => 0.35 + share * 0.5 })}${wall(ink, lip, { paint: mix(tone, clay, 0.35), material: satin, eye })}${index < 2 ? '' : hollow(ink, inner, { paint: lighten(tone, 0.015), material: { ...satin, gloss: 0.12 }, eye, depthSky: 0.92 })}</g>`
    clouds.push(shadowOf(rings.map((ring) => ({ ...ring, y: ring.y + index * 44 }))))
  })
  return { body, shadows: clouds, height: 200 }
}
