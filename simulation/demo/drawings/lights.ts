/** Lamps and candles: things that give light of their own. */

import type { Made } from './ceramics.ts'
import { lighten, mix } from './colour.ts'
import { blurred, type Ink, linearGradient, n, type Point, radialGradient } from './ink.ts'
import { glazed, type Material, matte, satin, steel, wax } from './light.ts'
import { circle, flatTop, hollow, type Piece, rod, shadowOf, turned, wall } from './solid.ts'

const shadeGlow: Material = { gloss: 0.04, spread: 30, wrap: 0.9, glow: 0.2 }

/** A table lamp: a stoneware foot and a linen shade, lit. */
export function tableLamp(ink: Ink, { color, accent, eye }: Made): Piece {
  const foot = turned([
    [176, 0],
    [190, 4],
    [236, 70],
    [250, 160],
    [210, 280],
    [120, 370],
    [64, 420],
    [44, 470],
  ])
  const stem = turned(
    [
      [20, 468],
      [20, 560],
    ],
    circle,
    30,
  )
  const [low, high] = [540, 960]
  const linen = mix(accent, '#fff1d6', 0.82)
  const shadeRings = turned(
    [
      [390, low],
      [392, low + 6],
      [300, high - 6],
      [298, high],
    ],
    circle,
    9,
  )
  const glow = (share: number) => mix('#ffe3ae', linen, Math.min(1, Math.abs(share - 0.32) * 1.9))
  const halo = radialGradient(ink, {
    at: [0, -740],
    radius: 900,
    radiusY: 820,
    stops: [
      [0, '#ffe9bf', 0.55],
      [0.4, '#ffe9bf', 0.2],
      [1, '#ffe9bf', 0],
    ],
  })
  const pool = radialGradient(ink, {
    at: [0, -20],
    radius: 640,
    radiusY: 170,
    stops: [
      [0, '#ffefcf', 0.75],
      [1, '#ffefcf', 0],
    ],
  })
  const opening = `<ellipse cx="0" cy="${n(-high * eye.cos)}" rx="294" ry="${n(294 * eye.sin)}" fill="#fff3d4"/><ellipse cx="0" cy="${n(-high * eye.cos)}" rx="298" ry="${n(298 * eye.sin)}" fill="none" stroke="${lighten(linen, -0.1)}" stroke-width="6"/>`
  const cast = linearGradient(
    ink,
    [0, -560],
    [0, -330],
    [
      [0, '#ffe2ab', 0.75],
      [1, '#ffe2ab', 0],
    ],
  )
  const body =
    `${halo.defs}<rect x="-1000" y="-1600" width="2000" height="1900" fill="${halo.fill}"/>${pool.defs}<ellipse cx="0" cy="0" rx="640" ry="170" fill="${pool.fill}"/>` +
    wall(ink, foot, { paint: color, material: glazed, eye, sky: (share) => 0.65 + 0.35 * Math.min(1, share * 3) }) +
    wall(ink, stem, { paint: '#b3945f', material: steel, eye }) +
    `${cast.defs}<path d="M-64 -400Q0 -380 64 -400L50 -470H-50Z" fill="${cast.fill}" opacity="0.7"/>` +
    wall(ink, shadeRings, { paint: glow, material: shadeGlow, eye }) +
    opening
  return { body, shadows: [shadowOf(foot), shadowOf(shadeRings)], height: 700 }
}

/** A pendant lamp on its cord, lit from within. The origin is the middle of its opening. */
export function pendantLamp(ink: Ink, { color, accent }: Made): Piece {
  // Seen from slightly below, as one looks at a lamp above a table: the opening shows its lit inside.
  const eye = { sin: 0.16, cos: 0.987 }
  const dome = turned(
    [
      [470, 0],
      [472, 6],
      [452, 90],
      [390, 210],
      [270, 312],
      [140, 358],
      [70, 372],
    ],
    circle,
    7,
  )
  const neck = turned(
    [
      [66, 368],
      [64, 376],
      [60, 440],
      [44, 462],
      [20, 468],
    ],
    circle,
    6,
  )
  const cord = rod(
    ink,
    [
      [0, -450],
      [0, -800],
      [0, -1600],
    ],
    { radius: () => 7, color: mix(accent, '#40352c', 0.6), material: matte },
  )
  const mouth = radialGradient(ink, {
    at: [0, 6],
    radius: 466,
    radiusY: 84,
    stops: [
      [0, '#fffdf0'],
      [0.25, '#fff2cc'],
      [0.7, '#f7d99b'],
      [1, '#dcae6d'],
    ],
  })
  const beam = linearGradient(
    ink,
    [0, 0],
    [0, 1150],
    [
      [0, '#fff0cf', 0.5],
      [1, '#fff0cf', 0],
    ],
  )
  const light = blurred(ink, `<path d="M-440 30L-900 1150H900L440 30Z" fill="${beam.fill}"/>`, 40)
  const body =
    `${beam.defs}${light}${cord}` +
    wall(ink, dome, { paint: color, material: satin, eye }) +
    wall(ink, neck, { paint: accent, material: steel, eye }) +
    `${mouth.defs}<ellipse cx="0" cy="4" rx="470" ry="78" fill="${lighten(color, -0.06)}"/><ellipse cx="0" cy="6" rx="456" ry="70" fill="${mouth.fill}"/><ellipse cx="0" cy="0" rx="96" ry="28" fill="#fffef6"/>`
  return { body, shadows: [], height: 480, outline: '<path d="M-470 0Q-400 -330 -70 -372H70Q400 -330 470 0Z"/>' }
}

/** A candle in a ceramic beaker, burning. */
export function candle(ink: Ink, { color, accent, eye }: Made): Piece {
  const rings = turned([
    [222, 0],
    [234, 4],
    [244, 22],
    [248, 80],
    [248, 400],
    [250, 424],
  ])
  const inner = turned(
    [
      [240, 426],
      [238, 380],
      [236, 352],
      [2, 350],
    ],
    circle,
    8,
  )
  const lip = turned(
    [
      [250, 424],
      [250, 429],
      [245, 431],
      [240, 428],
    ],
    circle,
    1.5,
  )
  const cream = mix(accent, '#fbf1dc', 0.82)
  const y = -350 * eye.cos
  const melt = radialGradient(ink, {
    at: [0, y],
    radius: 150,
    radiusY: 40,
    stops: [
      [0, '#fff6d8', 1],
      [0.5, '#ffe9b5', 0.8],
      [1, '#ffe9b5', 0],
    ],
  })
  const halo = radialGradient(ink, {
    at: [0, y - 110],
    radius: 460,
    stops: [
      [0, '#ffe6ad', 0.7],
      [0.3, '#ffe6ad', 0.3],
      [1, '#ffe6ad', 0],
    ],
  })
  const flameShape = `M0 ${n(y - 190)}C26 ${n(y - 140)} 34 ${n(y - 100)} 22 ${n(y - 70)}C14 ${n(y - 50)} -14 ${n(y - 50)} -22 ${n(y - 70)}C-34 ${n(y - 100)} -20 ${n(y - 140)} 0 ${n(y - 190)}Z`
  const flame = linearGradient(
    ink,
    [0, y - 190],
    [0, y - 50],
    [
      [0, '#ffdf8e'],
      [0.5, '#fff3c9'],
      [0.85, '#ffd27a'],
      [1, '#8fa3c9'],
    ],
  )
  const rim: Point = [0, y]
  const body =
    wall(ink, rings, {
      paint: color,
      material: { gloss: 0.14, spread: 18, wrap: 0.45 },
      eye,
      sky: (share) => 0.65 + 0.35 * Math.min(1, share * 4),
    }) +
    wall(ink, lip, { paint: lighten(color, 0.03), material: satin, eye }) +
    hollow(ink, inner, {
      paint: (share) => (share > 0.12 ? mix(color, '#fbe7bf', 0.55) : cream),
      material: wax,
      eye,
      depthSky: 0.9,
    }) +
    flatTop(ink, circle(234), 350, { color: cream, eye, material: wax }) +
    `${melt.defs}<ellipse cx="0" cy="${n(rim[1])}" rx="150" ry="40" fill="${melt.fill}"/><path d="M0 ${n(y + 2)}Q3 ${n(y - 30)} -1 ${n(y - 66)}" stroke="#3b2a1d" stroke-width="7" stroke-linecap="round" fill="none"/>` +
    `${flame.defs}<path d="${flameShape}" fill="${flame.fill}"/>${halo.defs}<circle cx="0" cy="${n(y - 110)}" r="460" fill="${halo.fill}"/>`
  return { body, shadows: [shadowOf(rings)], height: 426 }
}
