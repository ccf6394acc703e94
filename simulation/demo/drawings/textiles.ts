/** Household cloth: blanket, cushion, towel, apron. */

import type { Made } from './ceramics.ts'
import { isDark, lighten } from './colour.ts'
import { bump, crease, fold, peg, relief, seam } from './fabric.ts'
import { clipped, closed, type Ink, n, type Point } from './ink.ts'
import { cloth, type Vector, wood } from './light.ts'
import { flatTop, hull, type Piece, project, rod, roundedRectangle, shadowOf, turned, wall } from './solid.ts'
import { weave } from './weave.ts'

/** A woollen blanket, folded and laid in a soft stack, with a woven band and a fringe at its end. */
export function blanket(ink: Ink, { color, accent, eye }: Made): Piece {
  const yaw = -16
  const thick = 92
  const clouds: Vector[][] = []
  const edge: Point[] = []
  let body = ''
  for (let layer = 0; layer < 4; layer++) {
    const low = layer * (thick - 8)
    const [width, depth] = [960 - layer * 8 + ink.chance() * 22, 620 - layer * 6]
    const rings = turned(
      [
        [20, low],
        [44, low + 10],
        [58, low + 34],
        [58, low + 56],
        [42, low + 80],
        [0, low + thick],
      ],
      (swell) => roundedRectangle(width + swell, depth + swell, 110, yaw + (layer % 2 ? 1.4 : -1)),
      6,
    )
    clouds.push(shadowOf(rings))
    edge.push(...rings.flatMap(({ outline, y }) => outline.points.map(([x, z]) => project([x, y, z], eye))))
    const band = (share: number) => (layer === 2 && share > 0.3 && share < 0.66 ? accent : color)
    body += wall(ink, rings, {
      paint: band,
      material: cloth,
      eye,
      sky: (share) => 0.28 + 0.72 * Math.min(1, share * 1.5),
    })
    body += flatTop(ink, roundedRectangle(width - 4, depth - 4, 110, yaw), low + thick, {
      color,
      eye,
      material: cloth,
      bend: 0.06,
    })
  }
  const top = 4 * (thick - 8) + 8
  const spot = (x: number, z: number, y = top): Point => {
    const turn = (yaw * Math.PI) / 180
    return project([x * Math.cos(turn) - z * Math.sin(turn), y, x * Math.sin(turn) + z * Math.cos(turn)], eye)
  }
  const stripe = (z: number, width: number) =>
    `<path d="${closed([spot(-468, z), spot(468, z), spot(468, z + width), spot(-468, z + width)])}" fill="${accent}" opacity="0.92"/>`
  let fringe = ''
  for (let x = -440; x <= 440; x += 15) {
    const [fx, fy] = spot(x, 318, top - 18)
    const [sway, drop] = [(ink.chance() - 0.5) * 18, 62 + ink.chance() * 14]
    const tone = lighten(color, (ink.chance() - 0.5) * 0.1 - 0.01)
    fringe += `<path d="M${n(fx)} ${n(fy - 12)}q${n(4 + sway * 0.2)} ${n(drop * 0.5)} ${n(sway)} ${n(drop)}" stroke="#2c1d10" stroke-opacity="0.2" stroke-width="8" transform="translate(5 3)"/><path d="M${n(fx)} ${n(fy - 12)}q${n(4 + sway * 0.2)} ${n(drop * 0.5)} ${n(sway)} ${n(drop)}" stroke="${tone}" stroke-width="7.5"/>`
  }
  body +=
    stripe(120, 44) +
    stripe(190, 18) +
    stripe(232, 18) +
    weave(ink, closed(hull(edge)), { kind: 'wool', color, scale: 0.95 })
  body += `<g fill="none" stroke-linecap="round">${fringe}</g>`
  return { body, shadows: clouds, height: top }
}

/** A square cushion with soft corners, standing. */
export function cushion(ink: Ink, { color, accent }: Made): Piece {
  const outline =
    'M-450 -846C-250 -800 250 -800 450 -850C474 -852 482 -838 476 -818C430 -600 430 -240 478 -30C484 -6 470 6 448 2C250 -36 -250 -36 -446 4C-470 8 -482 -6 -476 -28C-430 -240 -432 -600 -478 -816C-484 -838 -474 -852 -450 -846Z'
  const rise = (x: number, y: number) => {
    const [u, v] = [x / 470, (y + 424) / 430]
    const pillow = 300 * Math.max(0, (1 - u ** 4) * (1 - v ** 4)) ** 0.55
    const corners: Point[] = [
      [-470, -845],
      [470, -845],
      [470, 0],
      [-470, 0],
    ]
    const folds = corners.reduce((sum, corner, index) => {
      const inward: Point = [corner[0] * 0.5, -424 + (corner[1] + 424) * 0.5]
      return (
        sum -
        26 * fold([x, y], corner, [inward[0] + 60, inward[1]], 26) -
        18 * fold([x, y], corner, [inward[0] - 90, inward[1] + (index < 2 ? 60 : -60)], 22)
      )
    }, 0)
    return pillow + folds + 10 * Math.sin(x / 90 + y / 160) + 22 * fold([x, y], [-60, -560], [140, -330], 90) * -1
  }
  const stripes = (x: number) => {
    const band = Math.abs(((x + 470) / 940 - 0.5) * 2)
    return (band > 0.5 && band < 0.56) || (band > 0.6 && band < 0.62) ? accent : color
  }
  const body =
    relief(ink, {
      box: { x: -490, y: -860, width: 980, height: 870 },
      outline,
      rise,
      color: (x) => stripes(x),
      columns: 60,
      row: 11,
    }) +
    weave(ink, outline, { kind: 'linen', color }) +
    `<path d="${outline}" fill="none" stroke="${lighten(color, -0.12)}" stroke-width="9" stroke-opacity="0.55"/><path d="${outline}" fill="none" stroke="${lighten(color, 0.08)}" stroke-width="4" stroke-opacity="0.6" transform="translate(-2 -2)"/>`
  const shadow: Vector[] = [
    [-430, 0, 0],
    [430, 0, 0],
    [-430, 0, -90],
    [430, 0, 60],
    [-460, 820, -60],
    [460, 820, -60],
    [-430, 8, 60],
  ]
  return { body, shadows: [shadow], height: 850 }
}

/** A towel over a wooden rail. The origin is the middle of the rail. */
export function towel(ink: Ink, { color, accent }: Made): Piece {
  const front =
    'M-300 -22C-302 300 -296 760 -312 1076Q-150 1090 0 1080T304 1074C292 760 302 300 300 -22Q150 -36 0 -30T-300 -22Z'
  const behind = 'M-262 0L-250 850Q-60 860 338 846L322 0Z'
  const rise = (x: number, y: number) => {
    const grow = Math.min(1, Math.max(0, (y + 30) / 500))
    const folds =
      34 * bump(x + 170 + 10 * Math.sin(y / 260), 62) +
      40 * bump(x - 40 - 26 * Math.sin(y / 400), 74) +
      34 * bump(x - 222, 52)
    return folds * (0.25 + grow) + 46 * bump(y + 26, 44)
  }
  const band = (_: number, y: number) =>
    (y > 900 && y < 926) || (y > 946 && y < 960) || (y > 980 && y < 1006) ? accent : color
  const fringe = Array.from({ length: 66 }, (_, i) => {
    const x = -308 + i * 9.3
    const sway = (ink.chance() - 0.5) * 10
    return `M${n(x)} 1074q${n(sway)} 26 ${n(sway * 0.6)} ${n(46 + ink.chance() * 10)}`
  }).join('')
  const rail = rod(
    ink,
    [
      [-560, -14],
      [-300, -14],
      [0, -14],
      [300, -14],
      [560, -14],
    ],
    { radius: () => 21, color: '#c69c6d', material: wood },
  )
  const knob = (x: number) => peg(ink, [x, -14])
  const body =
    rail +
    knob(-560) +
    knob(560) +
    relief(ink, {
      box: { x: -270, y: 0, width: 620, height: 870 },
      outline: behind,
      rise: (x, y) => rise(x - 30, y) * 0.6,
      color: lighten(color, -0.07),
      sky: () => 0.55,
      row: 22,
    }) +
    weave(ink, behind, { kind: 'terry', color, strength: 0.7 }) +
    `<path d="${fringe}" stroke="${lighten(color, isDark(color) ? 0.05 : -0.07)}" stroke-width="4" fill="none" stroke-linecap="round"/>` +
    relief(ink, {
      box: { x: -320, y: -40, width: 640, height: 1130 },
      outline: front,
      rise,
      color: band,
      columns: 46,
      row: 13,
    }) +
    weave(ink, front, { kind: 'terry', color }) +
    crease('M-304 1052Q0 1064 300 1050', color, 5, 0.5)
  return {
    body,
    shadows: [],
    height: 1100,
    outline: `<path d="${front}"/><path d="${behind}"/><rect x="-560" y="-34" width="1120" height="40" rx="20"/>`,
  }
}

/** An apron on a peg, its strings hanging. The origin is the peg. */
export function apron(ink: Ink, { color, accent }: Made): Piece {
  const shape =
    'M-158 236Q0 262 158 236C170 400 214 520 356 590C368 840 372 1080 384 1268Q190 1296 0 1286T-386 1268C-372 1080 -368 840 -356 590C-214 520 -170 400 -158 236Z'
  const rise = (x: number, y: number) => {
    const spread = Math.max(0, (y - 300) / 900)
    return (
      spread *
        (40 * bump(x + 236 + y * 0.04, 66) +
          34 * bump(x + 60 - y * 0.03, 60) +
          40 * bump(x - 130 - y * 0.05, 72) +
          30 * bump(x - 310, 50)) +
      60 * bump(x, 300) -
      20 * fold([x, y], [-158, 250], [60, 620], 34) -
      16 * fold([x, y], [158, 250], [10, 560], 30)
    )
  }
  const strap = `M-138 244C-120 150 -70 60 -14 14M138 244C120 150 70 60 14 14`
  const straps = (d: string) =>
    `<path d="${d}" fill="none" stroke="${lighten(accent, -0.16)}" stroke-width="30"/><path d="${d}" fill="none" stroke="${accent}" stroke-width="24" transform="translate(-2 -1)"/><path d="${d}" fill="none" stroke="${lighten(accent, 0.08)}" stroke-width="7" transform="translate(-6 -2)"/>`
  const ties = 'M-352 604C-440 700 -380 860 -430 1010M352 604C450 690 400 850 446 980'
  const pocket = 'M-216 700Q0 716 216 700L214 970Q210 998 180 1000Q0 1012 -180 1000Q-210 998 -214 970Z'
  const body =
    straps(strap) +
    `<path d="${ties}" fill="none" stroke="${lighten(accent, -0.18)}" stroke-width="22" stroke-linecap="round"/><path d="${ties}" fill="none" stroke="${accent}" stroke-width="17" stroke-linecap="round" transform="translate(-2 0)"/>` +
    relief(ink, {
      box: { x: -390, y: 230, width: 780, height: 1070 },
      outline: shape,
      rise,
      color,
      columns: 50,
      row: 12,
    }) +
    weave(ink, shape, { kind: 'canvas', color }) +
    clipped(ink, shape, `<path d="${pocket}" fill="#2c1d10" opacity="0.16" transform="translate(9 12)"/>`) +
    relief(ink, {
      box: { x: -220, y: 695, width: 440, height: 320 },
      outline: pocket,
      rise: (x, y) => rise(x, y) * 0.8 + 24 * bump(x, 240),
      color: lighten(color, 0.012),
      columns: 30,
      row: 12,
    }) +
    weave(ink, pocket, { kind: 'canvas', color }) +
    seam('M-208 722Q0 738 208 722', color) +
    seam('M-204 712V968Q-200 988 -178 990Q0 1002 178 990Q200 988 204 968V712M0 730V1000', color) +
    seam('M-150 254Q0 280 150 254', color) +
    seam('M-362 1246Q0 1276 366 1246', color) +
    seam('M-140 270C-150 410 -198 540 -338 606L-350 1230M140 270C150 410 198 540 338 606L352 1230', color) +
    peg(ink, [0, 0])
  return {
    body,
    shadows: [],
    height: 1300,
    outline: `<path d="${shape}"/><path d="${strap}" fill="none" stroke="#4a3524" stroke-width="24"/>`,
  }
}
