/** What one carries and wears: tote, backpack, socks, beanie. */

import type { Made } from './ceramics.ts'
import { isDark, lighten, mix } from './colour.ts'
import { bump, crease, fold, peg, relief, seam } from './fabric.ts'
import { clipped, type Ink, linearGradient, n } from './ink.ts'
import type { Vector } from './light.ts'
import type { Piece } from './solid.ts'
import { weave } from './weave.ts'

/** A flat strap along a path: an edge, a face, and a gleam. */
const strap = (d: string, color: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${lighten(color, -0.2)}" stroke-width="${width}" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${color}" stroke-width="${n(width * 0.86)}" transform="translate(-2 -1)"/><path d="${d}" fill="none" stroke="${lighten(color, 0.1)}" stroke-width="${n(width * 0.3)}" stroke-opacity="0.6" transform="translate(${n(-width * 0.22)} -2)"/>`

/** A canvas tote on a peg. The origin is the peg. */
export function tote(ink: Ink, { color, accent }: Made): Piece {
  const shape =
    'M-372 470Q-180 486 0 480T372 470C384 700 392 1000 398 1290Q396 1316 366 1320Q0 1342 -366 1320Q-396 1316 -398 1290C-392 1000 -384 700 -372 470Z'
  const back = 'M-360 474Q0 452 360 474L364 520H-364Z'
  const rise = (x: number, y: number) => {
    const down = (y - 470) / 850
    return (
      90 * bump(x, 330) * bump(down - 0.62, 0.62) -
      30 * fold([x, y], [-170, 480], [-70, 980], 46) -
      30 * fold([x, y], [170, 480], [90, 940], 46) +
      26 * fold([x, y], [-330, 700], [-250, 1300], 50) +
      22 * fold([x, y], [330, 760], [250, 1290], 46) -
      14 * fold([x, y], [-60, 1210], [230, 1080], 30) +
      14 * fold([x, y], [-220, 1180], [40, 1260], 34)
    )
  }
  const rear = 'M-150 480C-140 300 -60 90 -8 12M150 480C140 300 64 90 12 12'
  const near = 'M-176 620V470C-164 300 -66 90 -14 20M176 620V470C164 300 70 90 16 20'
  const body =
    `<path d="${back}" fill="${lighten(color, -0.22)}"/>` +
    strap(rear, lighten(accent, -0.06), 34) +
    relief(ink, {
      box: { x: -400, y: 464, width: 800, height: 880 },
      outline: shape,
      rise,
      color,
      columns: 50,
      row: 11,
    }) +
    weave(ink, shape, { kind: 'canvas', color }) +
    clipped(
      ink,
      shape,
      `<path d="${near}" fill="none" stroke="#2c1d10" stroke-opacity="0.2" stroke-width="40" transform="translate(9 8)"/>`,
    ) +
    strap(near, accent, 40) +
    seam('M-188 486V606H-164V486M164 486V606H188V486', accent, { width: 2.6, dash: '9 6' }) +
    seam('M-362 512Q0 528 362 512', color) +
    crease('M-368 530Q0 546 368 530', color, 5, 0.35) +
    seam('M-376 1284Q0 1306 376 1284', color) +
    `<rect x="-54" y="1130" width="108" height="68" rx="4" fill="${mix(accent, '#f5ecdd', isDark(accent) ? 0.1 : 0.4)}" opacity="0.95"/>` +
    seam('M-46 1138H46V1190H-46Z', accent, { width: 2, dash: '7 5' }) +
    peg(ink, [0, 0])
  return {
    body,
    shadows: [],
    height: 1340,
    outline: `<path d="${shape}"/><path d="${near}" fill="none" stroke="#4a3524" stroke-width="34"/>`,
  }
}

/** The bag, flap and pocket of the backpack as outlines. */
const pack = {
  bag: 'M-330 -20C-372 -60 -378 -300 -366 -560C-356 -760 -330 -900 -262 -952C-180 -1004 180 -1004 262 -952C330 -900 356 -760 366 -560C378 -300 372 -60 330 -20C240 12 -240 12 -330 -20Z',
  flap: 'M-352 -640C-344 -800 -318 -906 -256 -950C-180 -1000 180 -1000 256 -950C318 -906 344 -800 352 -640C356 -570 340 -520 300 -506C180 -480 -180 -480 -300 -506C-340 -520 -356 -570 -352 -640Z',
  pocket:
    'M-246 -372Q0 -360 246 -372C262 -260 266 -150 258 -72Q254 -44 226 -40Q0 -22 -226 -40Q-254 -44 -258 -72C-266 -150 -262 -260 -246 -372Z',
}

/** A backpack with a flap, a pocket, and two straps with buckles. */
export function backpack(ink: Ink, { color, accent }: Made): Piece {
  const bulge = (x: number, y: number) =>
    250 * Math.max(0, 1 - (Math.abs(x) / 372) ** 3.2) ** 0.5 +
    120 * Math.max(0, 1 - Math.abs((y + 490) / 510) ** 4) ** 0.5
  const folds = (x: number, y: number) =>
    16 * fold([x, y], [-340, -480], [-240, -120], 34) -
    18 * fold([x, y], [320, -470], [270, -200], 34) -
    12 * fold([x, y], [-200, -440], [180, -420], 24)
  const handle = 'M-86 -972C-84 -1080 84 -1080 86 -972'
  const drop = (d: string) => `<path d="${d}" fill="#20140a" opacity="0.26" transform="translate(10 16)"/>`
  const tongue = (x: number) => `M${x - 26} -700L${x - 24} -392Q${x} -374 ${x + 24} -392L${x + 26} -700Z`
  const buckle = (x: number) => {
    const { defs, fill } = linearGradient(
      ink,
      [x - 40, -480],
      [x + 40, -420],
      [
        [0, '#e9d7ae'],
        [0.5, '#b8955a'],
        [1, '#7d6136'],
      ],
    )
    return `${defs}<rect x="${x - 40}" y="-486" width="80" height="54" rx="10" fill="none" stroke="#2c1d10" stroke-opacity="0.3" stroke-width="11" transform="translate(3 5)"/><rect x="${x - 40}" y="-486" width="80" height="54" rx="10" fill="none" stroke="${fill}" stroke-width="10"/><path d="M${x} -488v54" stroke="${fill}" stroke-width="7"/>`
  }
  const soft = (
    outline: string,
    rise: (x: number, y: number) => number,
    tone: string,
    box: { y: number; height: number },
  ) =>
    relief(ink, { box: { x: -380, width: 760, ...box }, outline, rise, color: tone, columns: 50, row: 12 }) +
    weave(ink, outline, { kind: 'canvas', color: tone, scale: 0.9 })
  const side = 'M-350 -700C-420 -560 -440 -240 -372 -60M350 -700C420 -560 440 -240 372 -60'
  const body =
    strap(side, lighten(color, -0.1), 46) +
    strap(handle, accent, 34) +
    soft(pack.bag, (x, y) => bulge(x, y) + folds(x, y), color, { y: -1000, height: 1012 }) +
    clipped(ink, pack.bag, drop(pack.pocket) + drop(pack.flap)) +
    soft(
      pack.pocket,
      (x, y) => 0.5 * bulge(x, y) + 90 * Math.max(0, 1 - Math.abs((y + 200) / 180) ** 3) ** 0.5,
      lighten(color, 0.012),
      { y: -380, height: 350 },
    ) +
    seam(
      'M-236 -350Q0 -338 236 -350M-232 -360C-248 -260 -250 -150 -244 -76Q-240 -58 -222 -54Q0 -38 222 -54Q240 -58 244 -76C250 -150 248 -260 232 -360',
      color,
      { width: 3 },
    ) +
    soft(pack.flap, (x, y) => bulge(x, y) * 0.9 + 40 * bump(y + 520, 60), lighten(color, 0.008), {
      y: -1000,
      height: 520,
    }) +
    seam('M-334 -640C-338 -580 -326 -536 -294 -524C-180 -500 180 -500 294 -524C326 -536 338 -580 334 -640', color, {
      width: 3,
    }) +
    [-170, 170]
      .map(
        (x) =>
          `<path d="${tongue(x)}" fill="#20140a" opacity="0.25" transform="translate(7 8)"/>` +
          relief(ink, {
            box: { x: x - 30, y: -702, width: 60, height: 330 },
            outline: tongue(x),
            rise: (px) => 16 * bump(px - x, 20),
            color: accent,
            columns: 10,
            row: 20,
          }) +
          weave(ink, tongue(x), { kind: 'leather', color: accent }) +
          seam(`M${x - 17} -690V-400M${x + 17} -690V-400`, accent, { width: 2.4, dash: '9 6' }) +
          buckle(x),
      )
      .join('')
  const shadow: Vector[] = [
    [-340, 0, 80],
    [340, 0, 80],
    [-340, 0, -120],
    [340, 0, -120],
    [-350, 600, 0],
    [350, 600, 0],
    [-250, 960, -40],
    [250, 960, -40],
  ]
  return { body, shadows: [shadow], height: 1000 }
}

/** One sock, its toe to the right, as outlines in one place. */
const sock = {
  whole:
    'M-150 -700Q0 -716 150 -700C152 -480 148 -260 168 -130C190 -40 330 -20 430 60C500 120 486 214 396 240C250 268 40 252 -60 216C-150 180 -176 100 -168 -20C-160 -220 -152 -480 -150 -700Z',
  cuff: 'M-150 -700Q0 -716 150 -700L151 -520Q0 -506 -152 -520Z',
  heel: 'M-170 -10C-60 -6 20 60 14 236C-20 230 -44 222 -60 216C-150 180 -174 100 -170 -10Z',
  toe: 'M352 14C300 80 290 180 322 252C350 249 376 246 396 240C486 214 500 120 430 60C408 42 380 28 352 14Z',
}

function oneSock(ink: Ink, color: string, accent: string): string {
  // Leg and foot are two round tubes; the fourth power melts them into one at the ankle.
  const tube = (across: number, reach: number) => reach * Math.sqrt(Math.max(0, 1 - (across / reach) ** 2))
  const rise = (x: number, y: number) => {
    const leg = y > 60 ? tube(Math.hypot(x, y - 60), 172) : tube(x, 172)
    const foot = tube(Math.hypot(Math.max(0, x - 360, -x), y - 122 - x * 0.02), 152)
    const folds = fold([x, y], [40, -150], [175, -40], 24) * 20 + fold([x, y], [10, -60], [170, -130], 22) * 16
    return 0.75 * (leg ** 4 + foot ** 4) ** 0.25 - folds
  }
  const part = (outline: string, tone: string) =>
    relief(ink, {
      box: { x: -190, y: -720, width: 690, height: 980 },
      outline,
      rise,
      color: tone,
      columns: 56,
      row: 14,
    })
  return (
    part(sock.whole, color) +
    part(sock.heel, accent) +
    part(sock.toe, accent) +
    weave(ink, sock.whole, { kind: 'knit', color, scale: 0.72 }) +
    part(sock.cuff, lighten(color, 0.01)) +
    weave(ink, sock.cuff, { kind: 'rib', color, strength: 1.5 }) +
    `<path d="M-152 -520Q0 -506 151 -520" fill="none" stroke="${lighten(color, -0.2)}" stroke-opacity="0.4" stroke-width="5"/><path d="M-150 -430Q0 -418 151 -430M-151 -400Q0 -388 150 -400" fill="none" stroke="${accent}" stroke-width="14" stroke-opacity="0.9"/>`
  )
}

/** A pair of socks, laid flat. The origin is their middle. */
export function socks(ink: Ink, { color, accent }: Made): Piece {
  const rear = 'translate(120 -40) rotate(9)'
  const fore = 'translate(-170 60) rotate(-5)'
  const body =
    `<g transform="${rear}">${oneSock(ink, color, accent)}</g>` +
    `<path d="${sock.whole}" transform="translate(-146 84) rotate(-5)" fill="#2c1d10" opacity="0.2"/><path d="${sock.whole}" transform="translate(-158 72) rotate(-5)" fill="#2c1d10" opacity="0.16"/>` +
    `<g transform="${fore}">${oneSock(ink, color, accent)}</g>`
  return {
    body,
    shadows: [],
    height: 900,
    outline: `<path d="${sock.whole}" transform="${rear}"/><path d="${sock.whole}" transform="${fore}"/>`,
  }
}

/** A ribbed beanie with a turned-up edge, laid flat. The origin is the middle of its edge. */
export function beanie(ink: Ink, { color, accent }: Made): Piece {
  const crown = 'M-400 -170C-404 -420 -330 -640 -130 -720C-60 -744 60 -744 130 -720C330 -640 404 -420 400 -170Z'
  const brim =
    'M-420 -250Q0 -300 420 -250Q436 -248 436 -230C442 -160 440 -70 428 0Q424 22 402 24Q0 64 -402 24Q-424 22 -428 0C-440 -70 -442 -160 -436 -230Q-436 -248 -420 -250Z'
  const ribs = (x: number, y: number, reach: number) =>
    7 * Math.abs(Math.sin(x / Math.max(0.25, Math.min(1, reach)) / 17 + y * 0))
  const dome = (x: number, y: number) => {
    const open = Math.sqrt(Math.max(0, 1 - ((-y - 170) / 580) ** 2))
    return (
      260 * Math.max(0, 1 - (x / 410) ** 2 - (Math.max(0, -y - 170) / 590) ** 2) ** 0.5 +
      ribs(x, y, open) -
      20 * fold([x, y], [-180, -560], [-60, -380], 36)
    )
  }
  const cuff = (x: number, y: number) =>
    270 * Math.max(0, 1 - (x / 440) ** 2) ** 0.5 + 36 * bump(y + 110, 120) + 9 * Math.abs(Math.sin(x / 19))
  const tag = { x: 120, y: -150 }
  const body =
    relief(ink, {
      box: { x: -410, y: -745, width: 820, height: 580 },
      outline: crown,
      rise: dome,
      color,
      columns: 130,
      row: 12,
    }) +
    weave(ink, crown, { kind: 'knit', color, scale: 0.9, strength: 0.9 }) +
    clipped(ink, crown, `<path d="${brim}" fill="#20140a" opacity="0.28" transform="translate(4 -16)"/>`) +
    relief(ink, {
      box: { x: -445, y: -300, width: 890, height: 350 },
      outline: brim,
      rise: cuff,
      color: lighten(color, 0.012),
      columns: 140,
      row: 12,
    }) +
    weave(ink, brim, { kind: 'knit', color, scale: 0.9, strength: 0.9 }) +
    `<rect x="${tag.x}" y="${tag.y}" width="96" height="62" rx="5" fill="#20140a" opacity="0.25" transform="translate(4 6)"/><rect x="${tag.x}" y="${tag.y}" width="96" height="62" rx="5" fill="${accent}"/>` +
    seam(`M${tag.x + 9} ${tag.y + 9}h78v44h-78z`, accent, { width: 2, dash: '7 5' })
  return { body, shadows: [], height: 760, outline: `<path d="${crown}"/><path d="${brim}"/>` }
}
