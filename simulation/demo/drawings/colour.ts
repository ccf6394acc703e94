/** Colour for the drawings: sRGB hex in and out, mixing in OKLab (Björn Ottosson, 2020), where equal steps look equal. */

/** A colour in OKLab: lightness 0 to 1, then the green-red and blue-yellow axes. */
export type Lab = { l: number; a: number; b: number }

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
const encoded = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055)

/** Reads `#rrggbb`. */
export function labOf(hex: string): Lab {
  const value = Number.parseInt(hex.slice(1), 16)
  const r = linear(((value >> 16) & 255) / 255)
  const g = linear(((value >> 8) & 255) / 255)
  const b = linear((value & 255) / 255)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

const byte = (channel: number) =>
  Math.round(Math.min(1, Math.max(0, encoded(Math.max(0, channel)))) * 255)
    .toString(16)
    .padStart(2, '0')

/** Writes `#rrggbb`; what lies outside sRGB is clipped. */
export function hexOf({ l, a, b }: Lab): string {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
  return `#${byte(red)}${byte(green)}${byte(blue)}`
}

/** `share` 0 gives the first colour, 1 the second. */
export const mixLab = (first: Lab, second: Lab, share: number): Lab => ({
  l: first.l + (second.l - first.l) * share,
  a: first.a + (second.a - first.a) * share,
  b: first.b + (second.b - first.b) * share,
})

/** The same on hex colours. */
export const mix = (first: string, second: string, share: number): string =>
  hexOf(mixLab(labOf(first), labOf(second), share))

/** Raises (or, below zero, lowers) the lightness, keeping the hue. */
export function lighten(hex: string, amount: number): string {
  const lab = labOf(hex)
  return hexOf({ ...lab, l: Math.min(0.985, Math.max(0.05, lab.l + amount)) })
}

/** True for colours on which a mark must be light to be seen. */
export const isDark = (hex: string): boolean => labOf(hex).l < 0.55
