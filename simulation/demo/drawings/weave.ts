/**
 * The threads of cloth, drawn as lines and dashes. An SVG pattern would be shorter to write, but where it meets a scale
 * that is no whole number, librsvg resamples it for two seconds; lines take a few milliseconds.
 */
import { isDark, lighten } from './colour.ts'
import { clipped, type Ink, n } from './ink.ts'

export type Weave = 'linen' | 'canvas' | 'knit' | 'rib' | 'terry' | 'wool' | 'leather'

type Bounds = { left: number; right: number; top: number; bottom: number }

/** The box around a path of absolute M, L, C, Q, T, H, V and Z commands; control points count as points. */
function boundsOf(path: string): Bounds {
  const xs: number[] = []
  const ys: number[] = []
  for (const [, command, list = ''] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = (list.match(/-?[\d.]+/g) ?? []).map(Number)
    numbers.forEach((value, index) => {
      const across = command === 'H' || (command !== 'V' && index % 2 === 0)
      ;(across ? xs : ys).push(value)
    })
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

type Threads = { color: string; opacity: number; width: number }

/** Level or upright lines every `pitch`, dashed so that neighbours alternate. */
function dashes(
  { left, right, top, bottom }: Bounds,
  { pitch, dash, upright, from = 0 }: { pitch: number; dash: [number, number]; upright: boolean; from?: number },
  { color, opacity, width }: Threads,
): string {
  const rows: [string, string] = ['', '']
  const [start, end] = upright ? [left, right] : [top, bottom]
  let index = 0
  for (let at = start + from; at < end; at += pitch) {
    const line = upright ? `M${n(at)} ${n(top)}V${n(bottom)}` : `M${n(left)} ${n(at)}H${n(right)}`
    rows[index % 2 === 0 ? 0 : 1] += line
    index++
  }
  const shared = `fill="none" stroke="${color}" stroke-opacity="${opacity.toFixed(2)}" stroke-width="${width}" stroke-dasharray="${dash.join(' ')}"`
  return `<path d="${rows[0]}" ${shared}/><path d="${rows[1]}" ${shared} stroke-dashoffset="${n((dash[0] + dash[1]) / 2)}"/>`
}

/** Rows of stitches: each a zigzag, so that they stand as columns of V. */
function stitches(
  ink: Ink,
  { left, right, top, bottom }: Bounds,
  { width, height }: { width: number; height: number },
  dark: Threads,
  light: Threads,
): string {
  const count = Math.ceil((right - left) / width)
  const row = `M${n(left)} 0${`l${n(width / 2)} ${n(height * 0.75)}l${n(width / 2)} ${n(-height * 0.75)}`.repeat(count)}`
  const id = ink.id()
  const draw = ({ color, opacity, width: thick }: Threads, shift: number) =>
    `<path d="${row}" fill="none" stroke="${color}" stroke-opacity="${opacity.toFixed(2)}" stroke-width="${thick}" transform="translate(0 ${shift})"/>`
  let rows = ''
  for (let y = top - height; y < bottom; y += height) rows += `<use href="#${id}" y="${n(y)}"/>`
  return `<defs><g id="${id}">${draw(dark, 0)}${draw(light, -height * 0.36)}</g></defs>${rows}`
}

/** Twill: fine lines on the slant. */
function slanted(
  { left, right, top, bottom }: Bounds,
  pitch: number,
  shift: number,
  { color, opacity, width }: Threads,
): string {
  const tall = bottom - top
  let lines = ''
  for (let x = left - tall + shift; x < right; x += pitch) lines += `M${n(x)} ${n(bottom)}l${n(tall)} ${n(-tall)}`
  return `<path d="${lines}" fill="none" stroke="${color}" stroke-opacity="${opacity.toFixed(2)}" stroke-width="${width}"/>`
}

/** The grain of leather: short curved marks. */
function grain(ink: Ink, { left, right, top, bottom }: Bounds, { color, opacity, width }: Threads): string {
  let marks = ''
  const count = Math.min(900, ((right - left) * (bottom - top)) / 90)
  for (let i = 0; i < count; i++) {
    const [x, y] = [left + ink.chance() * (right - left), top + ink.chance() * (bottom - top)]
    marks += `M${n(x)} ${n(y)}q${n(3 + ink.chance() * 2)} ${n(ink.chance() * 5 - 1)} ${n(6 + ink.chance() * 3)} ${n(ink.chance() * 3 - 1)}`
  }
  return `<path d="${marks}" fill="none" stroke="${color}" stroke-opacity="${opacity.toFixed(2)}" stroke-width="${width}"/>`
}

/** Lays a weave over a path; `scale` makes its threads coarser or finer, `strength` more or less seen. */
export function weave(
  ink: Ink,
  outline: string,
  { kind, color, strength = 1, scale = 1 }: { kind: Weave; color: string; strength?: number; scale?: number },
): string {
  const box = boundsOf(outline)
  const [shadow, gleam] = isDark(color) ? [0.34, 0.15] : [0.17, 0.34]
  const dark = (width: number): Threads => ({
    color: lighten(color, -0.3),
    opacity: shadow * strength,
    width: width * scale,
  })
  const light = (width: number): Threads => ({
    color: lighten(color, 0.16),
    opacity: gleam * strength,
    width: width * scale,
  })
  const cross = (pitch: number, long: number, gap: number) =>
    dashes(box, { pitch: pitch * scale, dash: [long * scale, gap * scale], upright: false }, dark(1.6)) +
    dashes(
      box,
      { pitch: pitch * scale, dash: [long * scale, gap * scale], upright: false, from: 2 * scale },
      light(1.5),
    ) +
    dashes(box, { pitch: (pitch + 1) * scale, dash: [gap * scale, long * scale], upright: true }, dark(1.4))
  const threads: Record<Weave, () => string> = {
    linen: () => cross(6, 9, 5),
    canvas: () => cross(5, 5, 5),
    terry: () =>
      dashes(box, { pitch: 7.5 * scale, dash: [6, 10], upright: false }, dark(2.4)) +
      dashes(box, { pitch: 7.5 * scale, dash: [6, 10], upright: false, from: -2.4 }, light(2.2)),
    knit: () => stitches(ink, box, { width: 18 * scale, height: 15 * scale }, dark(2.3), light(2.6)),
    rib: () => stitches(ink, box, { width: 24 * scale, height: 14 * scale }, dark(3), light(3)),
    wool: () => slanted(box, 8 * scale, 0, dark(1.7)) + slanted(box, 8 * scale, 4 * scale, light(1.7)),
    leather: () => grain(ink, box, dark(1.3)),
  }
  return clipped(ink, outline, threads[kind]())
}
