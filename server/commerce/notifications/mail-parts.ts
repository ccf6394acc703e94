import { formatMoney } from '../../platform/money.ts'
import type { MailAddress, MailHours, MailLine, OrderFacts } from './mail-facts.ts'
import { block, type Html, html, look } from './mail-html.ts'
import { dayOf, daysOf, fill, type Words, wordsOf } from './words.ts'

const imageWidth = 72

/** The lines of an order or a parcel: picture, what it is, how many, and what it cost where that is asked for. */
export function lineTable(facts: OrderFacts, lines: readonly MailLine[], words: Words, withPrices: boolean): Html {
  const rows = lines.map((line, index) => {
    const edge = index === 0 ? '' : `${look.rule};`
    return html`<tr>
<td class="rule" width="${imageWidth}" valign="top" style="${edge}padding:16px 16px 16px 0">${pictureOf(facts, line)}</td>
<td class="rule" valign="top" style="${edge}padding:16px 0">
<div class="ink" style="${look.text};font-weight:500">${line.title}</div>
${line.variantTitle && html`<div class="quiet" style="${look.small}">${line.variantTitle}</div>`}
<div class="quiet" style="${look.small}">${fill(words.quantity, { quantity: line.quantity })}</div>
</td>
${withPrices && html`<td class="rule ink" align="right" valign="top" style="${edge}${look.text};padding:16px 0 16px 12px;white-space:nowrap">${money(facts, line.subtotalMinor)}</td>`}
</tr>`
  })
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows}</table>`
}

function pictureOf(facts: OrderFacts, line: MailLine): Html {
  const { image } = line
  if (!image) {
    const initial = [...line.title][0]?.toUpperCase() ?? ''
    return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="tile quiet" width="${imageWidth}" height="90" align="center" valign="middle" style="${look.text};${look.tile};${look.quiet};font-size:24px">${initial}</td></tr></table>`
  }
  const height = Math.min(108, Math.round((imageWidth * image.height) / image.width))
  const address = `${facts.shop.url}/media/${image.hash.slice(0, 2)}/${image.hash}/${image.widths[0] ?? 400}.jpg`
  return html`<img src="${address}" width="${imageWidth}" height="${height}" alt="" style="display:block;width:${imageWidth}px;height:${height}px;object-fit:cover;border:0;border-radius:8px;background:${image.placeholderColor}">`
}

/** Goods, delivery, discount, total, and the tax in it. */
export function totalsTable(facts: OrderFacts, words: Words): Html {
  const row = (name: string, amount: string, weight = '') => html`<tr>
<td class="ink" style="${look.text};${weight}padding:4px 0">${name}</td>
<td class="ink" align="right" style="${look.text};${weight}padding:4px 0 4px 12px;white-space:nowrap">${amount}</td></tr>`
  const rows = totalRows(facts, words).map((each) =>
    each.kind === 'quiet'
      ? html`<tr><td class="quiet" colspan="2" align="right" style="${look.small};padding:0 0 2px">${each.name}</td></tr>`
      : row(each.name, each.amount, each.kind === 'total' ? 'font-size:18px;font-weight:600;' : ''),
  )
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" colspan="2" style="${look.rule};height:12px;font-size:0;line-height:0">&nbsp;</td></tr>${rows}</table>`
}

type TotalRow = { kind: 'plain' | 'total'; name: string; amount: string } | { kind: 'quiet'; name: string }

/** The totals as rows, for both kinds of mail. Tax on top is a row of the sum; tax inside is said below the total. */
export function totalRows(facts: OrderFacts, words: Words): TotalRow[] {
  const rows: TotalRow[] = [{ kind: 'plain', name: words.goods, amount: money(facts, facts.goodsMinor) }]
  if (facts.delivery) {
    const name = facts.delivery.kind === 'pickup' ? words.pickup : `${words.delivery} (${facts.delivery.name})`
    const amount = facts.shippingMinor === 0 ? words.free : money(facts, facts.shippingMinor)
    rows.push({ kind: 'plain', name, amount })
  }
  if (facts.discounts.length === 0 && facts.discountMinor > 0)
    rows.push({ kind: 'plain', name: words.discount, amount: money(facts, -facts.discountMinor) })
  for (const { title, amountMinor } of facts.discounts)
    rows.push({ kind: 'plain', name: title, amount: money(facts, -amountMinor) })
  const taxes = facts.taxLines.map((tax) => ({ ...tax, name: `${percent(tax.ratePpm, facts.locale)} ${tax.name}` }))
  if (!facts.pricesIncludeTax)
    for (const tax of taxes) rows.push({ kind: 'plain', name: tax.name, amount: money(facts, tax.taxMinor) })
  rows.push({ kind: 'total', name: words.total, amount: money(facts, facts.totalMinor) })
  if (facts.pricesIncludeTax)
    for (const tax of taxes)
      rows.push({ kind: 'quiet', name: fill(words.taxIncluded, { tax: tax.name, amount: money(facts, tax.taxMinor) }) })
  for (const { kind, last4, amountMinor } of facts.tenders) {
    const name = kind === 'gift-card' ? fill(words.paidByGiftCard, { last4 }) : words.paidByCredit
    rows.push({ kind: 'plain', name, amount: money(facts, -amountMinor) })
  }
  return rows
}

/** Where it goes and when, side by side; one under the other where there is little room. */
export function deliveryBlock(facts: OrderFacts, words: Words): Html {
  const { delivery } = facts
  const isPickup = delivery?.kind === 'pickup'
  const where =
    isPickup && delivery.place
      ? [delivery.place.name, ...addressLines(delivery.place.address, facts.locale)]
      : customerLines(facts)
  const half = (
    label: string,
    lines: readonly string[],
  ) => html`<td class="half" width="50%" valign="top" style="padding:0 16px 0 0">
<p class="ink" style="${look.label}">${label}</p>
${lines.map((line) => html`<div class="quiet" style="${look.small}">${line}</div>`)}</td>`
  const when = expectedOf(facts, words)
  const hours = isPickup ? (delivery.place?.hours ?? []).map((each) => hoursOf(each, facts.locale)) : []
  return block(html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
${where.length > 0 && half(isPickup ? words.collectAt : words.deliverTo, where)}
${when && half(isPickup ? words.ready : words.expected, [when, ...(hours.length > 0 ? [`${words.openHours}: ${hours.join(', ')}`] : [])])}
</tr></table>`)
}

/** "Tue 3 to Thu 5 March", in the customer's language; undefined where no date was promised. */
export function expectedOf(facts: OrderFacts, words: Words): string | undefined {
  const { from, until } = facts.delivery ?? {}
  if (!from && !until) return undefined
  if (!from || !until || from === until) return dayOf((until ?? from) as string, facts.locale)
  return fill(words.between, { from: dayOf(from, facts.locale), until: dayOf(until, facts.locale) })
}

/** The address as it is written on a parcel, a line each. */
export function customerLines(facts: OrderFacts): string[] {
  return [facts.contact.name, ...addressLines(facts.contact.address, facts.locale)].filter((line) => line !== '')
}

/** An address as it is written on a parcel, without the name. */
export function addressLines(address: MailAddress, locale: string): string[] {
  const country = address.country && new Intl.DisplayNames([locale], { type: 'region' }).of(address.country)
  const city = [address.postcode, address.city, address.region].filter(Boolean).join(' ')
  return [address.line1, address.line2, city, country].filter((line): line is string => Boolean(line))
}

/** Opening hours in the words of the mail's language. */
export function hoursOf(hours: MailHours, locale: string): string {
  return `${daysOf(hours.days, locale)} ${hours.opens}–${hours.closes}`
}

/** An amount as people of the mail's language write it. */
export function money(facts: OrderFacts, amountMinor: number): string {
  return formatMoney(amountMinor, facts.currency, facts.locale)
}

/** 190000 parts per million are "19%" or "19 %". */
export function percent(ratePpm: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(ratePpm / 1_000_000)
}

/** What stands under every mail: whom to write to, and who it is from. */
export function footer(facts: OrderFacts): Html {
  const words = wordsOf(facts.locale)
  const { name, address, supportEmail } = facts.shop
  const [before = '', after = ''] = words.help.split('{email}')
  return html`<p class="quiet" style="${look.small};margin:0 0 8px">${before}<a href="mailto:${supportEmail}" class="quiet" style="${look.quiet}">${supportEmail}</a>${after}</p>
<p class="quiet" style="${look.small};margin:0">${imprintOf(facts.locale, name, address)}</p>`
}

/** "Juniper & Salt · Am Alten Hafen 12 · 20457 Hamburg". */
export function imprintOf(locale: string, name: string, address: MailAddress): string {
  return [name, ...addressLines(address, locale)].join(' · ')
}
