import type { cardToMail } from '../gift-cards/index.ts'
import type { OrderFacts, WrittenMail } from './mail-facts.ts'
import { block, button, html, look, mailPage } from './mail-html.ts'
import { footer, imprintOf, money } from './mail-parts.ts'
import { fill, wordsOf } from './words.ts'

type Card = NonNullable<Awaited<ReturnType<typeof cardToMail>>>

/** What whoever gets a gift card reads: how much, from whom, and the code, which nobody else knows. */
export function giftCardMail(facts: OrderFacts, card: Card): WrittenMail {
  const words = wordsOf(facts.locale)
  const { name: shop, url, address, supportEmail } = facts.shop
  const { from, message, email } = card.holder
  const amount = money(facts, card.amountMinor)
  const head = fill(words.giftHead, { amount, shop })
  // Whoever buys a card for themselves needs not be told from whom it is.
  const present = email && from ? fill(words.giftFrom, { from }) : undefined
  const until = card.expiresAt && fill(words.giftUntil, { date: lastDay(card.expiresAt, facts.locale) })
  const paragraph = (text: string, style: string = look.quiet) =>
    html`<p class="quiet" style="${look.text};${style};margin:12px 0 0">${text}</p>`
  return {
    ...(email ? { to: email } : {}),
    subject: fill(words.giftSubject, { amount }),
    html: mailPage({
      locale: facts.locale,
      title: head,
      preview: present ?? words.giftText,
      shopName: shop,
      shopUrl: url,
      content: [
        block(
          html`<h1 class="ink" style="${look.head}">${head}</h1>
${present && paragraph(present)}
${message && html`<p class="ink" style="${look.text};margin:12px 0 0;white-space:pre-line">“${message}”</p>`}`,
          24,
        ),
        block(
          html`<p class="ink" style="${look.label}">${words.giftCode}</p>
<p class="ink tile" style="${look.tile};margin:0;padding:20px;text-align:center;font:600 20px/1.4 ui-monospace,Menlo,Consolas,monospace;letter-spacing:1px">${card.code}</p>
${paragraph(words.giftText)}${until && paragraph(until)}`,
          24,
        ),
        block(button(url, words.giftOpen)),
        block(html`<p class="quiet" style="${look.small};margin:0">${words.giftKeep}</p>`, 24),
      ],
      footer: footer(facts),
    }),
    text: `${[
      head,
      present,
      message && `"${message}"`,
      `${words.giftCode}: ${card.code}`,
      words.giftText,
      until,
      words.giftKeep,
      `${words.giftOpen}: ${url}`,
      '-- ',
      fill(words.help, { email: supportEmail }),
      imprintOf(facts.locale, shop, address),
    ]
      .filter(Boolean)
      .join('\n\n')}\n`,
  }
}

/** It is over at the first moment of a day, so the last day it is good for is the one before. */
function lastDay(expiresAt: Date, locale: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(expiresAt.getTime() - 1)
}
