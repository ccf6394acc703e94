/** Where things stand: paper sweep, table and wall, window light, and the shadows that tie things to the ground. */
import { lighten, mix } from './colour.ts'
import { blurred, closed, type Ink, linearGradient, n, type Point, radialGradient, softened } from './ink.ts'
import { type Eye, fall, hull, type Piece, project } from './solid.ts'

/** The family of a product: it sets the tone of the paper behind it. */
export type Family = 'ceramic' | 'kitchen' | 'light' | 'textile' | 'paper' | 'bath' | 'wood' | 'wear' | 'garden'

/** Paper, wall and table tones; close enough to hang side by side. */
const grounds: Record<Family, { paper: string; wall: string; table: string }> = {
  ceramic: { paper: '#efe9df', wall: '#e8e0d3', table: '#d9c3a5' },
  kitchen: { paper: '#eeeae2', wall: '#e4e2d8', table: '#d6bd9b' },
  light: { paper: '#e9e1d5', wall: '#ddd2c3', table: '#b99a78' },
  textile: { paper: '#eee8e1', wall: '#e7dfd6', table: '#d8c6ae' },
  paper: { paper: '#efeae0', wall: '#e6e1d6', table: '#dcc8aa' },
  bath: { paper: '#e9ebe4', wall: '#dde1d8', table: '#e3ddd2' },
  wood: { paper: '#f0e9de', wall: '#e9e0d2', table: '#d8d2c8' },
  wear: { paper: '#ece6e0', wall: '#e3dbd4', table: '#d7c7b3' },
  garden: { paper: '#eaebe1', wall: '#e0e3d6', table: '#d2bd9c' },
}

export type Size = { width: number; height: number }
export const portrait: Size = { width: 1600, height: 2000 }

/** Wraps drawing content as an SVG document, optionally looking closer at a part of it. */
export function sheet(content: string, size: Size = portrait, view?: { focus: Point; zoom: number }): string {
  const { width, height } = size
  const box = view
    ? `${n(view.focus[0] - width / view.zoom / 2)} ${n(view.focus[1] - height / view.zoom / 2)} ${n(width / view.zoom)} ${n(height / view.zoom)}`
    : `0 0 ${width} ${height}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box}">${content}</svg>`
}

const rectangle = (size: Size, fill: string, extra = '') =>
  `<rect x="-400" y="-400" width="${size.width + 800}" height="${size.height + 800}" fill="${fill}" ${extra}/>`

/** The panes of a window as they fall on a wall: leaning, soft, brightest near the window. */
export function windowLight({
  at,
  width,
  height,
  strength = 0.5,
  lean = 0.34,
}: {
  at: Point
  width: number
  height: number
  strength?: number
  lean?: number
}): string {
  const [columns, rows, gap] = [2, 3, width * 0.045]
  const [cellWidth, cellHeight] = [(width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows]
  // Soft edges by a stack of ever smaller panes: a blur over so large an area would cost half a second.
  const layers = 8
  const reach = Math.min(34, width * 0.05)
  let panes = ''
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const [x, y] = [at[0] + column * (cellWidth + gap), at[1] + row * (cellHeight + gap)]
      const corner = (dx: number, dy: number): Point => [
        x + dx + (y + dy - at[1]) * lean,
        y + dy + dx * 0.16 + (x - at[0]) * 0.16,
      ]
      const opacity = 0.3 * (1 - 0.24 * row - 0.1 * column)
      for (let layer = 0; layer < layers; layer++) {
        const inset = (reach * Math.asin((2 * (layer + 0.5)) / layers - 1)) / (Math.PI / 2)
        const [right, bottom] = [cellWidth - inset, cellHeight - inset]
        panes += `<path d="${closed([corner(inset, inset), corner(right, inset), corner(right, bottom), corner(inset, bottom)])}" opacity="${opacity.toFixed(4)}"/>`
      }
    }
  }
  // The group fades as a whole: many faint layers one by one would each be rounded, and tint the wall.
  return `<g fill="#fffaf0" opacity="${strength}">${panes}</g>`
}

/** A seamless paper sweep in window light, for a thing on its own. `horizon` is where the ground meets the back. */
export function paperSweep(ink: Ink, family: Family, size: Size = portrait, horizon = 0.62): string {
  const { paper } = grounds[family]
  const { width, height } = size
  const line = height * horizon
  const back = linearGradient(
    ink,
    [0, 0],
    [0, height],
    [
      [0, lighten(paper, 0.012)],
      [horizon - 0.16, lighten(paper, -0.022)],
      [horizon + 0.01, lighten(paper, -0.036)],
      [horizon + 0.12, lighten(paper, 0.006)],
      [1, lighten(paper, 0.022)],
    ],
  )
  const sun = radialGradient(ink, {
    at: [width * 0.12, height * 0.16],
    radius: width * 1.05,
    stops: [
      [0, '#fffdf8', 0.85],
      [0.55, '#fffaf2', 0.28],
      [1, '#fffaf2', 0],
    ],
  })
  const shade = radialGradient(ink, {
    at: [width * 1.08, line],
    radius: width * 0.95,
    radiusY: height * 0.6,
    stops: [
      [0, mix(paper, '#7d6651', 0.55), 0.42],
      [1, mix(paper, '#7d6651', 0.5), 0],
    ],
  })
  return `${back.defs}${sun.defs}${shade.defs}${rectangle(size, back.fill)}${rectangle(size, shade.fill)}${rectangle(size, sun.fill)}`
}

/** A plain wall in window light, for what hangs. */
export function wallInLight(ink: Ink, family: Family, size: Size = portrait, strength = 0.55): string {
  const { wall } = grounds[family]
  const { width, height } = size
  const back = linearGradient(
    ink,
    [0, 0],
    [width, height],
    [
      [0, lighten(wall, 0.035)],
      [0.55, wall],
      [1, lighten(wall, -0.065)],
    ],
  )
  const light = windowLight({
    at: [width * 0.1, height * 0.04],
    width: Math.min(width, height) * 0.66,
    height: height * 0.74,
    strength,
  })
  return `${back.defs}${rectangle(size, back.fill)}${light}`
}

/** Fine lines of wood in a table seen at a low angle. */
function grain(ink: Ink, top: number, size: Size, tone: string): string {
  let lines = ''
  for (let i = 0; i < 46; i++) {
    const y = top + 8 + (i / 46) ** 1.35 * (size.height - top) + ink.chance() * 8
    const from = -80 + ink.chance() * size.width * 0.6
    const length = size.width * (0.3 + ink.chance() * 0.8)
    const bow = (ink.chance() - 0.5) * 14
    lines += `<path d="M${n(from)} ${n(y)}q${n(length / 2)} ${n(bow)} ${n(length)} ${n((ink.chance() - 0.5) * 8)}" stroke-width="${n(1 + ink.chance() * 2.6)}" opacity="${n(0.1 + ink.chance() * 0.3)}"/>`
  }
  return `<g fill="none" stroke="${tone}" stroke-linecap="round" opacity="0.55">${lines}</g>`
}

export type TableOptions = {
  family: Family
  size?: Size
  edge?: number
  surface?: 'wood' | 'plaster' | 'linen'
  window?: { at: Point; width: number; height: number }
}

/** A table against a wall, in window light. `edge` is the share of the height at which the table begins. */
export function tableAndWall(
  ink: Ink,
  { family, size = portrait, edge = 0.6, surface = 'wood', window }: TableOptions,
): string {
  const { wall, table } = grounds[family]
  const { width, height } = size
  const line = height * edge
  const tone = surface === 'wood' ? table : surface === 'linen' ? '#ece5d9' : '#e4ddd1'
  const back = linearGradient(
    ink,
    [0, 0],
    [width * 0.9, line],
    [
      [0, lighten(wall, 0.03)],
      [0.6, wall],
      [1, lighten(wall, -0.07)],
    ],
  )
  const top = linearGradient(
    ink,
    [0, line],
    [width * 0.5, height],
    [
      [0, lighten(tone, 0.005)],
      [0.45, lighten(tone, 0.025)],
      [1, lighten(tone, -0.045)],
    ],
  )
  const meet = linearGradient(
    ink,
    [0, line - 150],
    [0, line],
    [
      [0, '#6b5137', 0],
      [1, '#6b5137', 0.16],
    ],
  )
  const onto = linearGradient(
    ink,
    [0, line],
    [0, line + 90],
    [
      [0, '#5b4028', 0.2],
      [0.25, '#5b4028', 0.07],
      [1, '#5b4028', 0],
    ],
  )
  const glow = radialGradient(ink, {
    at: [width * 0.2, line + (height - line) * 0.35],
    radius: width * 0.75,
    radiusY: (height - line) * 0.8,
    stops: [
      [0, '#fff6e4', 0.5],
      [1, '#fff6e4', 0],
    ],
  })
  const pane = window ?? {
    at: [width * 0.2, height * 0.02] as Point,
    width: Math.min(width, height) * 0.56,
    height: line * 0.86,
  }
  const dusk = radialGradient(ink, {
    at: [width * 1.05, height * 0.95],
    radius: width * 0.8,
    radiusY: height * 0.7,
    stops: [
      [0, '#5a4531', 0.26],
      [1, '#5a4531', 0],
    ],
  })
  const strip = (y: number, tall: number, fill: string) =>
    `<rect x="-400" y="${n(y)}" width="${width + 800}" height="${n(tall)}" fill="${fill}"/>`
  return (
    `${back.defs}${top.defs}${meet.defs}${onto.defs}${glow.defs}${dusk.defs}${rectangle(size, back.fill)}` +
    windowLight({ ...pane, strength: 0.6 }) +
    strip(line - 150, 150, meet.fill) +
    strip(line, height - line + 400, top.fill) +
    (surface === 'wood' ? grain(ink, line, size, mix(tone, '#6d4a2b', 0.55)) : '') +
    strip(line, 90, onto.fill) +
    strip(line, height - line + 400, glow.fill) +
    rectangle(size, dusk.fill)
  )
}

/** A thing at its place on the paper; `raised` pixels above it when it stands on something. */
export type Placed = { piece: Piece; at: Point; scale?: number; raised?: number }

function shadowsOf(ink: Ink, { piece, at, scale = 1, raised = 0 }: Placed, eye: Eye, strength: number): string {
  const place = `translate(${n(at[0])} ${n(at[1])}) scale(${scale})`
  const outlines = piece.shadows.map((cloud) => closed(hull(cloud.map((point) => fall(point, eye)))))
  if (outlines.length === 0) return ''
  const reach = piece.height * 0.95
  const fade = linearGradient(
    ink,
    [-60, 0],
    [Math.max(160, reach), -reach * 0.12],
    [
      [0, '#3f2c1c', 0.62],
      [0.35, '#46321f', 0.4],
      [1, '#54402c', 0.06],
    ],
  )
  const far = blurred(
    ink,
    outlines.map((d) => `<path d="${d}"/>`).join(''),
    15,
    `fill="${fade.fill}" opacity="${strength}"`,
    0.12,
  )
  const touch = piece.shadows
    .map((cloud) => {
      const lowest = Math.min(...cloud.map(([, y]) => y))
      if (lowest > 12) return ''
      return `<path d="${closed(hull(cloud.filter(([, y]) => y < lowest + 14).map(([x, , z]) => project([x * 1.02, 0, z * 1.03], eye))))}"/>`
    })
    .join('')
  const contact = touch ? blurred(ink, touch, 7, 'fill="#2e1e12" opacity="0.5" transform="translate(5 4)"') : ''
  // What stands on something else touches that; its long shadow falls out of sight behind it.
  if (raised > 0) return `<g transform="translate(${n(at[0])} ${n(at[1] - raised)}) scale(${scale})">${contact}</g>`
  return `<g transform="${place}">${fade.defs}${far}${contact}</g>`
}

/** Stands things on the ground: all shadows first, then the things from back to front. */
export function stand(ink: Ink, things: Placed[], { eye, strength = 0.85 }: { eye: Eye; strength?: number }): string {
  const ordered = [...things].sort((first, second) => first.at[1] - second.at[1])
  const body = (thing: Placed) => {
    const { piece, at, scale = 1, raised = 0 } = thing
    const place = `translate(${n(at[0])} ${n(at[1] - raised)}) scale(${scale})`
    return `${raised ? shadowsOf(ink, thing, eye, strength) : ''}<g transform="${place}">${piece.body}</g>`
  }
  const onGround = ordered.filter(({ raised = 0 }) => raised === 0)
  return onGround.map((thing) => shadowsOf(ink, thing, eye, strength)).join('') + ordered.map(body).join('')
}

/** Hangs something on the wall: `outline` (paths) casts a shadow to the lower right, by `lift` pixels. */
export function hang({
  body,
  outline,
  at,
  scale = 1,
  lift = 30,
}: {
  body: string
  outline: string
  at: Point
  scale?: number
  lift?: number
}): string {
  const shadow = (share: number, reach: number, opacity: number) =>
    `<g transform="translate(${n(lift * share)} ${n(lift * share * 0.85)})">${softened(outline, { reach, paint: '#47331f', opacity })}</g>`
  const near = shadow(0.9, lift * 1.0, 0.24)
  const tight = shadow(0.34, lift * 0.34, 0.2)
  return `<g transform="translate(${n(at[0])} ${n(at[1])}) scale(${scale})">${near}${tight}${body}</g>`
}
