import type { MailLine, OrderFacts, ParcelFacts, WrittenMail } from './mail-facts.ts'
import { block, button, type Html, html, look, mailPage } from './mail-html.ts'
import {
  addressLines,
  customerLines,
  deliveryBlock,
  expectedOf,
  footer,
  hoursOf,
  imprintOf,
  lineTable,
  money,
  totalRows,
  totalsTable,
} from './mail-parts.ts'
import { fill, type Words, wordsOf } from './words.ts'

/** What the customer gets right after buying: what, how much, where to and when. */
export function confirmationMail(facts: OrderFacts): WrittenMail {
  const words = wordsOf(facts.locale)
  const { number, contact } = facts
  const isPickup = facts.delivery?.kind === 'pickup'
  const head = contact.name ? fill(words.confirmationHead, { name: contact.name }) : words.confirmationHeadPlain
  const lead = fill(isPickup ? words.confirmationTextPickup : words.confirmationText, { number })
  const when = expectedOf(facts, words)
  const expected = when && `${isPickup ? words.ready : words.expected}: ${when}`
  return {
    subject: fill(words.confirmationSubject, { number }),
    html: page(facts, head, expected ?? lead, [
      opening(head, lead),
      block(button(facts.orderUrl, words.seeOrder)),
      section(words.yourOrder, lineTable(facts, facts.lines, words, true), 0),
      block(totalsTable(facts, words), 36),
      deliveryBlock(facts, words),
    ]),
    text: textMail(facts, [
      head,
      lead,
      expected,
      `${words.seeOrder}: ${facts.orderUrl}`,
      [`${words.yourOrder}:`, ...facts.lines.map((line) => textLine(line, money(facts, line.subtotalMinor)))].join(
        '\n',
      ),
      totalRows(facts, words)
        .map((row) => (row.kind === 'quiet' ? `  ${row.name}` : `${row.name}: ${row.amount}`))
        .join('\n'),
      whereText(facts, words),
    ]),
  }
}

/** What the customer gets when a parcel has left: how to follow it, what is in it, and what is still to come. */
export function shippingMail(facts: OrderFacts, parcel: ParcelFacts): WrittenMail {
  const words = wordsOf(facts.locale)
  const { number } = facts
  const isPart = parcel.stillToCome.length > 0
  const head = isPart ? words.partHead : words.shippedHead
  const lead = parcel.carrier ? fill(words.shippedText, { carrier: parcel.carrier }) : words.shippedTextPlain
  const when = expectedOf(facts, words)
  const expected = when && `${words.expected}: ${when}`
  const tracking = parcel.trackingNumber && `${words.trackingNumber}: ${parcel.trackingNumber}`
  return {
    subject: fill(isPart ? words.partSubject : words.shippedSubject, { number }),
    html: page(facts, head, expected ?? lead, [
      opening(head, lead, [tracking, expected]),
      block(
        parcel.trackingUrl ? button(parcel.trackingUrl, words.trackParcel) : button(facts.orderUrl, words.seeOrder),
      ),
      section(words.inThisParcel, lineTable(facts, linesIn(facts, parcel), words, false), isPart ? 8 : 32),
      ...(isPart ? [block(html`<p class="quiet" style="${look.small};margin:0">${rest(parcel, words)}</p>`)] : []),
      deliveryBlock(facts, words),
    ]),
    text: textMail(facts, [
      head,
      lead,
      [tracking, parcel.trackingUrl && `${words.trackParcel}: ${parcel.trackingUrl}`, expected]
        .filter(Boolean)
        .join('\n'),
      [`${words.inThisParcel}:`, ...linesIn(facts, parcel).map((line) => textLine(line))].join('\n'),
      isPart && rest(parcel, words),
      whereText(facts, words),
      `${words.seeOrder}: ${facts.orderUrl}`,
    ]),
  }
}

/** What the customer gets when the order can be collected: where, when it is open, and what to bring. */
export function pickupMail(facts: OrderFacts, parcel: ParcelFacts): WrittenMail {
  const words = wordsOf(facts.locale)
  const { number } = facts
  const lead = fill(words.readyText, { number })
  return {
    subject: fill(words.readySubject, { number }),
    html: page(facts, words.readyHead, lead, [
      opening(words.readyHead, lead),
      deliveryBlock(facts, words),
      block(button(facts.orderUrl, words.seeOrder)),
      section(words.toCollect, lineTable(facts, linesIn(facts, parcel), words, false)),
    ]),
    text: textMail(facts, [
      words.readyHead,
      lead,
      whereText(facts, words),
      [`${words.toCollect}:`, ...linesIn(facts, parcel).map((line) => textLine(line))].join('\n'),
      `${words.seeOrder}: ${facts.orderUrl}`,
    ]),
  }
}

/** A whole mail around these blocks. */
export function page(facts: OrderFacts, title: string, preview: string, content: readonly Html[]): string {
  const { name: shopName, url: shopUrl } = facts.shop
  return mailPage({ locale: facts.locale, title, preview, shopName, shopUrl, content, footer: footer(facts) })
}

/** What a mail begins with: a head, what it says, and what else there is to know. */
export function opening(head: string, lead: string, more: readonly (string | false | null | undefined)[] = []): Html {
  const lines = more.filter((line): line is string => Boolean(line))
  return block(
    html`<h1 class="ink" style="${look.head}">${head}</h1>
<p class="ink" style="${look.text};margin:12px 0 0">${lead}</p>
${lines.map((line) => html`<p class="quiet" style="${look.text};${look.quiet};margin:4px 0 0">${line}</p>`)}`,
    24,
  )
}

/** A block under a label. */
export function section(label: string, content: Html, space = 32): Html {
  return block(html`<p class="ink" style="${look.label}">${label}</p>${content}`, space)
}

function linesIn(facts: OrderFacts, parcel: ParcelFacts): MailLine[] {
  return parcel.lines.flatMap(({ orderLineId, quantity }) => {
    const line = facts.lines.find((each) => each.orderLineId === orderLineId)
    return line ? [{ ...line, quantity }] : []
  })
}

function rest(parcel: ParcelFacts, words: Words): string {
  const items = parcel.stillToCome.map(({ title, quantity }) => fill(words.contents, { count: quantity, title }))
  return fill(words.stillToCome, { items: items.join(', ') })
}

/** A line of an order in a plain mail. */
export function textLine(line: MailLine, price?: string): string {
  const what = line.variantTitle ? `${line.title} (${line.variantTitle})` : line.title
  return `- ${line.quantity} × ${what}${price === undefined ? '' : `, ${price}`}`
}

function whereText(facts: OrderFacts, words: Words): string | undefined {
  const { delivery, locale } = facts
  if (delivery?.kind === 'pickup' && delivery.place) {
    const { name, address, hours } = delivery.place
    const open =
      hours.length > 0 ? [`${words.openHours}: ${hours.map((each) => hoursOf(each, locale)).join(', ')}`] : []
    return [`${words.collectAt}:`, name, ...addressLines(address, locale), ...open].join('\n')
  }
  const lines = customerLines(facts)
  return lines.length > 0 ? [`${words.deliverTo}:`, ...lines].join('\n') : undefined
}

/** A whole plain mail. */
export function textMail(facts: OrderFacts, parts: readonly (string | false | null | undefined)[]): string {
  const { name, address, supportEmail } = facts.shop
  const end = [fill(wordsOf(facts.locale).help, { email: supportEmail }), imprintOf(facts.locale, name, address)]
  return `${[...parts.filter(Boolean), '-- ', ...end].join('\n\n')}\n`
}
