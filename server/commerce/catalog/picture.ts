/** A picture as pages need it: renditions lie at /media/{hash}/{width}.avif and .webp. */
export type Picture = {
  hash: string
  width: number
  height: number
  widths: number[]
  placeholderColor: string
}

/** The picture in a row of `media`, or null when the row has none. */
export function pictureOf(row: {
  contentHash: string | null
  width: number | null
  height: number | null
  widths: number[] | null
  placeholderColor: string | null
}): Picture | null {
  if (row.contentHash === null) return null
  return {
    hash: row.contentHash,
    width: row.width ?? 1,
    height: row.height ?? 1,
    widths: row.widths ?? [],
    placeholderColor: row.placeholderColor ?? '#e9e4dc',
  }
}
