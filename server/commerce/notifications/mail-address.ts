/** An address that one mail can go to, and that cannot be read as two or as something else. */
export function isPlainAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+\.[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(address)
  )
}

/** A name and an address as a header writes them. Whatever could end the header or begin another is taken out. */
export function namedAddress(name: string, address: string): string {
  if (!isPlainAddress(address)) throw new Error('a sender needs a plain e-mail address')
  const clean = oneLine(name).replace(/["\\]/g, '')
  return clean === '' ? address : `"${clean}" <${address}>`
}

/** A text on one line: no header of a mail may hold a line break. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
