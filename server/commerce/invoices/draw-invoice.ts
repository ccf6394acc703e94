import { formatMoney } from '../../platform/money.ts'
import type { InvoiceContent, InvoiceLine } from './invoice-content.ts'
import { filled, type InvoiceWords, invoiceWords } from './invoice-words.ts'
import { colours, openTypesetter, paper, type Typesetter } from './typesetter.ts'

/** Right edges of the figures, and how wide a title may be. */
const columns = { quantity: 350, tax: 392, unit: 462, amount: paper.right, titleWidth: 230 }
const lineHeight = 13.5

type Sheet = { set: Typesetter; content: InvoiceContent; words: InvoiceWords; money(amountMinor: number): string }

/** Draws an invoice or a credit note as a PDF: the same bytes for the same content, whenever it is drawn. */
export async function drawInvoice(content: InvoiceContent, issuedAt: Date): Promise<Buffer> {
  const words = invoiceWords(content.locale)
  const set = openTypesetter({
    title: `${words[content.kind]} ${content.number}`,
    author: content.merchant.name,
    at: issuedAt,
    locale: content.locale,
  })
  const sheet: Sheet = {
    set,
    content,
    words,
    money: (amountMinor) => formatMoney(amountMinor, content.currency, content.locale),
  }
  let y = drawHead(sheet)
  y = drawLines(sheet, y)
  y = drawSums(sheet, y)
  drawClosing(sheet, y)
  drawFeet(sheet)
  return set.done()
}

/** Who bills whom for what; answers where the lines begin. */
function drawHead({ set, content, words }: Sheet): number {
  const { merchant, customer } = content
  set.document.rect(0, 0, paper.width, 6).fill(colours.brand)
  set.line(merchant.name, { x: paper.left, y: paper.top }, { size: 14, weight: 600, color: colours.brand })
  set.line(words[content.kind], { x: paper.left, y: 124 }, { size: 27, weight: 500 })
  let left = 180
  const label = { size: 8.5, weight: 600, color: colours.quiet } as const
  set.line(content.kind === 'invoice' ? words.billTo : words.creditTo, { x: paper.left, y: left }, label)
  left += 15
  for (const line of [customer.name, ...addressLines(customer.address, content.locale), customer.email].filter(
    Boolean,
  )) {
    for (const part of set.broken(line, 220)) {
      set.line(part, { x: paper.left, y: left }, { size: 10.5 })
      left += 14.5
    }
  }
  let right = 180
  for (const [name, value] of factsOf(content, words)) {
    set.line(name, { x: 330, y: right }, { size: 9.5, color: colours.quiet })
    set.line(value, { x: paper.right, y: right }, { size: 9.5, weight: 500, align: 'right' })
    right += 15
  }
  return Math.max(left, right) + 24
}

function factsOf(content: InvoiceContent, words: InvoiceWords): [string, string][] {
  const day = (date: string) => dayOf(date, content.locale)
  return [
    [words.number, content.number],
    [words.issued, day(content.issuedOn)],
    ...(content.refersTo.length > 0 ? [[words.refersTo, content.refersTo.join(', ')] as [string, string]] : []),
    [words.order, String(content.orderNumber)],
    [words.ordered, day(content.orderedOn)],
    ...(content.suppliedOn ? [[words.supplied, day(content.suppliedOn)] as [string, string]] : []),
  ]
}

function drawLines(sheet: Sheet, from: number): number {
  let y = drawColumns(sheet, from)
  for (const line of sheet.content.lines) {
    const height = heightOf(sheet, line)
    if (y + height > paper.bottom) {
      sheet.set.document.addPage()
      y = drawColumns(sheet, paper.top)
    }
    drawLine(sheet, line, y)
    y += height
    sheet.set.rule(y - 5)
  }
  return y
}

function drawColumns({ set, words }: Sheet, y: number): number {
  const style = { size: 8.5, weight: 600, color: colours.quiet } as const
  set.line(words.what, { x: paper.left, y }, style)
  set.line(words.quantity, { x: columns.quantity, y }, { ...style, align: 'right' })
  set.line(words.tax, { x: columns.tax, y }, { ...style, align: 'right' })
  set.line(words.unit, { x: columns.unit, y }, { ...style, align: 'right' })
  set.line(words.amount, { x: columns.amount, y }, { ...style, align: 'right' })
  set.rule(y + 15, colours.ink)
  return y + 25
}

function drawLine(sheet: Sheet, line: InvoiceLine, from: number): void {
  const { set, content, words, money } = sheet
  const figure = { align: 'right' } as const
  let y = from
  for (const part of titleOf(sheet, line)) {
    set.line(part, { x: paper.left, y }, { weight: 500 })
    y += lineHeight
  }
  for (const part of detailsOf(sheet, line)) {
    set.line(part, { x: paper.left, y }, { size: 8.5, color: colours.quiet })
    y += lineHeight
  }
  if (line.quantity > 0) {
    set.line(String(line.quantity), { x: columns.quantity, y: from }, figure)
    set.line(money(line.unitMinor), { x: columns.unit, y: from }, figure)
  }
  set.line(percent(line.ratePpm, content.locale), { x: columns.tax, y: from }, { ...figure, color: colours.quiet })
  set.line(money(line.amountMinor), { x: columns.amount, y: from }, { ...figure, weight: 500 })
  if (line.discountMinor > 0)
    set.line(
      `${words.discount} ${money(-line.discountMinor)}`,
      { x: columns.amount, y: from + lineHeight },
      { ...figure, size: 8.5, color: colours.quiet },
    )
}

function titleOf({ set, words }: Sheet, line: InvoiceLine): string[] {
  const title = line.quantity === 0 ? `${words.reduction}: ${line.title}` : line.title
  return set.broken(title, columns.titleWidth, { weight: 500 })
}

function detailsOf({ set }: Sheet, line: InvoiceLine): string[] {
  const details = [line.variantTitle, line.sku].filter(Boolean).join(' · ')
  return details === '' ? [] : set.broken(details, columns.titleWidth, { size: 8.5 })
}

function heightOf(sheet: Sheet, line: InvoiceLine): number {
  const rows = titleOf(sheet, line).length + detailsOf(sheet, line).length
  return Math.max(rows, line.discountMinor > 0 ? 2 : 1) * lineHeight + 10
}

/** Delivery, taxes and the total, kept together on one page. */
function drawSums(sheet: Sheet, from: number): number {
  const { set, content, words, money } = sheet
  const { shipping, taxes, pricesIncludeTax } = content
  const rows = (shipping ? 1 : 0) + (pricesIncludeTax ? 0 : 1 + taxes.length)
  const height = rows * 17 + 40 + (pricesIncludeTax ? taxes.length * 15 + 40 : 0)
  let y = from + 8
  if (y + height > paper.bottom) {
    set.document.addPage()
    y = paper.top
  }
  const row = (name: string, amount: string) => {
    set.line(name, { x: 330, y }, { color: colours.quiet })
    set.line(amount, { x: paper.right, y }, { align: 'right' })
    y += 17
  }
  if (shipping) row([words.delivery, shipping.name].filter(Boolean).join(': '), money(shipping.amountMinor))
  if (!pricesIncludeTax) {
    row(words.net, money(content.netMinor))
    for (const tax of taxes) row(`${percent(tax.ratePpm, content.locale)} ${tax.name}`, money(tax.taxMinor))
  }
  set.document.roundedRect(318, y, paper.right - 318 + 12, 32, 6).fill(colours.calm)
  const strong = { size: 12.5, weight: 600 } as const
  set.line(content.kind === 'invoice' ? words.total : words.credited, { x: 330, y: y + 9 }, strong)
  set.line(money(content.totalMinor), { x: paper.right, y: y + 9 }, { ...strong, align: 'right' })
  return pricesIncludeTax ? drawTaxes(sheet, y + 50) : y + 50
}

function drawTaxes({ set, content, words, money }: Sheet, from: number): number {
  const style = { size: 8.5, color: colours.quiet } as const
  const rights = [372, 430, 484, paper.right]
  const row = (y: number, cells: readonly string[], weight: 400 | 600) =>
    cells.forEach((cell, index) =>
      set.line(cell, { x: rights[index] ?? paper.right, y }, { ...style, weight, align: 'right' }),
    )
  row(from, [words.rate, words.net, words.tax, words.inTotal], 600)
  let y = from + 14
  for (const tax of content.taxes) {
    const rate = `${percent(tax.ratePpm, content.locale)} ${tax.ratePpm > 0 ? tax.name : ''}`.trim()
    row(y, [rate, money(tax.netMinor), money(tax.taxMinor), money(tax.netMinor + tax.taxMinor)], 400)
    y += 14
  }
  return y + 10
}

function drawClosing({ set, content, words }: Sheet, from: number): void {
  const methods = content.paidWith.map((method) => methodWords(method, words))
  const sentences = [
    ...(methods.length > 0
      ? [filled(content.kind === 'invoice' ? words.paidWith : words.givenBack, { method: methods.join(', ') })]
      : []),
    content.pricesIncludeTax ? words.pricesWithTax : words.pricesWithoutTax,
  ]
  let y = from
  if (y + 40 > paper.bottom) {
    set.document.addPage()
    y = paper.top
  }
  for (const sentence of sentences) {
    set.line(sentence, { x: paper.left, y }, { size: 9.5, color: colours.quiet })
    y += 15
  }
}

/** On every page: who it is from, and which page of how many. */
function drawFeet({ set, content, words }: Sheet): void {
  const { merchant } = content
  const { start, count } = set.document.bufferedPageRange()
  const who = [merchant.name, ...addressLines(merchant.address, content.locale)].join(' · ')
  const more = [merchant.email, merchant.taxNumber && filled(words.taxNumber, { number: merchant.taxNumber })]
  const style = { size: 8, color: colours.quiet } as const
  for (let page = start; page < start + count; page++) {
    set.document.switchToPage(page)
    set.rule(784)
    set.line(who, { x: paper.left, y: 794 }, style)
    set.line(more.filter(Boolean).join(' · '), { x: paper.left, y: 806 }, style)
    const place =
      count > 1 ? `${content.number} · ${filled(words.page, { page: page + 1, pages: count })}` : content.number
    set.line(place, { x: paper.right, y: 794 }, { ...style, align: 'right' })
  }
}

function methodWords(method: InvoiceContent['paidWith'][number], words: InvoiceWords): string {
  const names: Record<string, string> = { 'gift-card': words.giftCard, 'store-credit': words.storeCredit }
  const brand = method.brand ? method.brand.charAt(0).toUpperCase() + method.brand.slice(1) : words.card
  return [names[method.type] ?? brand, method.last4].filter(Boolean).join(' ')
}

function addressLines(
  address: { line1?: string; line2?: string; postcode?: string; city?: string; country?: string },
  locale: string,
): string[] {
  const country = address.country && new Intl.DisplayNames([locale], { type: 'region' }).of(address.country)
  const city = [address.postcode, address.city].filter(Boolean).join(' ')
  return [address.line1, address.line2, city, country].filter((line): line is string => Boolean(line))
}

function dayOf(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${date}T12:00:00Z`))
}

function percent(ratePpm: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(ratePpm / 1_000_000)
}
