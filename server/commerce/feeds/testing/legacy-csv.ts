const header =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,Image Alt Text,Variant Image,Variant Weight Unit,Cost per item,Status'

/** A CSV with the legacy header; each row names the cells that it has. */
export function csv(...rows: Record<string, string>[]): string {
  const names = header.split(',')
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [header, ...rows.map((row) => names.map((name) => cell(row[name] ?? '')).join(','))].join('\n')
}

/** The least that a new product needs. */
export const cup = { Handle: 'cup', Title: 'Cup', 'Variant Price': '9.90' }
