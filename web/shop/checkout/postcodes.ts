/** How postcodes look where we know it, with an example to show; elsewhere anything is taken. */
const shapes: Record<string, { shape: RegExp; example: string; isDigits: boolean }> = {
  AT: { shape: /^\d{4}$/, example: '1010', isDigits: true },
  BE: { shape: /^\d{4}$/, example: '1000', isDigits: true },
  CH: { shape: /^\d{4}$/, example: '8001', isDigits: true },
  DE: { shape: /^\d{5}$/, example: '20457', isDigits: true },
  DK: { shape: /^\d{4}$/, example: '1050', isDigits: true },
  ES: { shape: /^\d{5}$/, example: '28001', isDigits: true },
  FR: { shape: /^\d{5}$/, example: '75001', isDigits: true },
  IE: { shape: /^[A-Z]\d[0-9W] ?[0-9A-Z]{4}$/i, example: 'D02 X285', isDigits: false },
  IT: { shape: /^\d{5}$/, example: '20121', isDigits: true },
  NL: { shape: /^\d{4} ?[A-Z]{2}$/i, example: '1011 AB', isDigits: false },
  US: { shape: /^\d{5}(-\d{4})?$/, example: '10001', isDigits: true },
}

/** An example of a country's postcodes where this one does not look like them. */
export function wrongPostcode(postcode: string, country: string): string | undefined {
  const known = shapes[country]
  return known && !known.shape.test(postcode.trim()) ? known.example : undefined
}

/** Whether a phone may show digits alone. */
export function isPostcodeOfDigits(country: string): boolean {
  return shapes[country]?.isDigits ?? false
}
