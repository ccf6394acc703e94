/** The name and mark of the demo shop, drawn with one even line: no font needed. */
import { type Ink, n } from './ink.ts'

/** Letters on a baseline at 0, lower case 100 high, capitals 150; `width` is how far the next one moves on. */
const letters: Record<string, { path: string; width: number }> = {
  J: { path: 'M52 -150V-34A26 34 0 0 1 0 -34', width: 52 },
  u: { path: 'M0 -100V-36A33 36 0 0 0 66 -36V-100M66 -100V0', width: 66 },
  n: { path: 'M0 -100V0M0 -64A33 36 0 0 1 66 -64V0', width: 66 },
  i: { path: 'M0 -100V0M0 -138v.1', width: 0 },
  p: { path: 'M0 -100V46M0 -50a40 50 0 1 1 80 0a40 50 0 1 1 -80 0', width: 80 },
  e: { path: 'M3 -54H79A39 48 0 1 0 68 -18', width: 80 },
  r: { path: 'M0 -100V0M0 -60A38 42 0 0 1 44 -98', width: 44 },
  '&': {
    path: 'M98 0L24 -98C8 -120 16 -150 44 -150C72 -150 78 -118 54 -100L28 -80C-10 -52 0 1 42 1C76 1 96 -24 98 -56',
    width: 98,
  },
  S: {
    path: 'M80 -122C74 -141 58 -151 42 -151C18 -151 4 -136 4 -114C4 -62 84 -90 84 -38C84 -14 64 1 42 1C22 1 6 -9 0 -30',
    width: 84,
  },
  a: { path: 'M80 -100V0M80 -50a40 50 0 1 0 -80 0a40 50 0 1 0 80 0', width: 80 },
  l: { path: 'M0 -150V0', width: 0 },
  t: { path: 'M18 -136V-28A20 27 0 0 0 52 -6M-4 -100H48', width: 50 },
}

/** The shop's name in one line from (0, 0) on its baseline, and how wide it is. */
export function wordmark({ color, weight = 13 }: { color: string; weight?: number }): { body: string; width: number } {
  let x = 0
  let paths = ''
  for (const letter of 'Juniper & Salt') {
    const drawn = letters[letter]
    if (drawn) paths += `<path d="${drawn.path}" transform="translate(${x} 0)"/>`
    x += drawn ? drawn.width + 34 : 30
  }
  return {
    body: `<g fill="none" stroke="${color}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">${paths}</g>`,
    width: x - 34,
  }
}

/** The mark: a sprig of juniper with one berry and one grain of salt, in a square of 200 with its middle at (0, 0). */
export function mark({ color, berry, salt }: { color: string; berry: string; salt: string }): string {
  const needle = (y: number, angle: number, length: number) =>
    `<path d="M0 0C${n(length * 0.3)} ${n(-length * 0.15)} ${n(length * 0.75)} ${n(-length * 0.13)} ${n(length)} 0C${n(length * 0.75)} ${n(length * 0.1)} ${n(length * 0.3)} ${n(length * 0.1)} 0 0Z" transform="translate(0 ${y}) rotate(${angle})"/>`
  const pairs = [-62, -36, -8, 20, 46]
    .map((y, index) => needle(y, -48, 50 + index * 5) + needle(y, -132, 50 + index * 5))
    .join('')
  return (
    `<g fill="${color}">${needle(-40, -90, 58)}${pairs}</g><path d="M0 96V-52" stroke="${color}" stroke-width="6" stroke-linecap="round"/>` +
    `<circle cx="34" cy="66" r="17" fill="${berry}"/><rect x="-13" y="-13" width="26" height="26" rx="3" transform="translate(-34 68) rotate(45)" fill="${salt}"/>`
  )
}

const dark = { color: '#26332b', berry: '#3d5069', salt: '#c98f5e' }

/** The logo, transparent around it: mark and name in a line, or the mark alone on a square. */
export function drawLogo(shape: 'line' | 'mark' = 'line'): string {
  if (shape === 'mark')
    return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="-128 -128 256 256">${mark(dark)}</svg>`
  const name = wordmark({ color: dark.color })
  const width = Math.round(name.width + 250)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="220" viewBox="0 0 ${width} 220"><g transform="translate(100 110)">${mark(dark)}</g><g transform="translate(225 165)">${name.body}</g></svg>`
}

/** Mark above name, centred on (0, 0), for cards. */
export function lockup(_ink: Ink, { scale }: { scale: number }): string {
  const name = wordmark({ color: dark.color, weight: 12 })
  return `<g transform="scale(${scale})"><g transform="translate(84 -215) scale(1.3)">${mark(dark)}</g><g transform="translate(0 120)">${name.body}</g></g>`
}
