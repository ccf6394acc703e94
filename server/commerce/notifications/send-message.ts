import type { Shop } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { cardToMail, forgetCode } from '../gift-cards/index.ts'
import { orderById } from '../orders/index.ts'
import { currentStore } from '../stores/index.ts'
import { attachedPaper } from './attached-paper.ts'
import { errors } from './errors.ts'
import { giftCardMail } from './gift-card-mail.ts'
import { isPlainAddress, namedAddress, oneLine } from './mail-address.ts'
import type { OrderFacts, WrittenMail } from './mail-facts.ts'
import { cancellationMail, changeMail, refundMail } from './order-change-mails.ts'
import { orderFacts, parcelFacts } from './order-facts.ts'
import { confirmationMail, pickupMail, shippingMail } from './order-mails.ts'
import type { MessageKind, MessageRow } from './tables.ts'

/** Which mail about which order. `reference` is what it is sent once for. */
export type Message = { kind: MessageKind; reference: string; orderId: string }

/**
 * Sends a mail, once per kind and reference. A mail server that does not answer is an outage, noted on the message, and
 * the caller tries again; the mail's own id stays the same, so that a doubled one is known as such by its reader.
 */
export async function sendMessage(ctx: Shop, message: Message): Promise<void> {
  const facts = await orderFacts(ctx, message.orderId)
  // Nothing travels, so there is nothing to announce.
  if (message.kind === 'shipping-notice' && facts.delivery === null) return
  const row = await begin(ctx, message, facts.locale)
  if (row.status === 'sent') return
  let to = facts.contact.email
  try {
    const mail = await write(ctx, message, facts)
    to = mail.to ?? to
    if (!isPlainAddress(to)) throw errors.invalidAddress()
    const store = await currentStore(ctx)
    await ctx.mailer.send({
      to,
      from: namedAddress(store.name, ctx.config.mailFrom || store.supportEmail),
      replyTo: store.supportEmail,
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      attachments: await attachedPaper(ctx, message),
      messageId: `<${row.id}@${new URL(ctx.config.baseUrl).hostname}>`,
    })
  } catch (error) {
    await ctx.database.run(sql`
      update messages set status = 'failed', last_error = ${reasonOf(error)} where id = ${row.id}`)
    // Asking again does not make a wrong address right.
    if (isPlainAddress(to)) throw error
    ctx.log.warn({ message: row.id }, 'a customer cannot be written to')
    return
  }
  await ctx.database.run(sql`
    update messages set status = 'sent', sent_at = ${ctx.clock.now()}, last_error = null where id = ${row.id}`)
  // The code is in the mail; from now on only its reader knows it.
  if (message.kind === 'gift-card') await forgetCode(ctx, message.reference)
}

function begin(ctx: Shop, message: Message, locale: string): Promise<Pick<MessageRow, 'id' | 'status'>> {
  return ctx.database.one(sql`
    insert into messages (id, kind, reference, order_id, locale, status, attempts, created_at)
    values (${newId('message')}, ${message.kind}, ${message.reference}, ${message.orderId}, ${locale}, 'waiting', 1,
      ${ctx.clock.now()})
    on conflict (kind, reference) do update
      set attempts = messages.attempts + case when messages.status = 'sent' then 0 else 1 end
    returning id, status`)
}

async function write(ctx: Shop, message: Message, facts: OrderFacts): Promise<WrittenMail> {
  if (message.kind === 'order-confirmation') return confirmationMail(facts)
  if (message.kind === 'gift-card') {
    const card = await cardToMail(ctx, message.reference)
    if (!card) throw new Error(`the code of ${message.reference} has been mailed before`)
    return giftCardMail(facts, card)
  }
  if (message.kind === 'refund-notice' || message.kind === 'cancellation-notice' || message.kind === 'change-notice')
    return writeChange(ctx, message, facts)
  const parcel = await parcelFacts(ctx, facts, message.reference)
  if (!parcel) throw new Error(`order ${message.orderId} has no parcel ${message.reference}`)
  return message.kind === 'pickup-notice' ? pickupMail(facts, parcel) : shippingMail(facts, parcel)
}

async function writeChange(ctx: Shop, message: Message, facts: OrderFacts): Promise<WrittenMail> {
  const order = await orderById(ctx, message.orderId)
  if (message.kind === 'cancellation-notice') return cancellationMail(facts, { order })
  if (message.kind === 'refund-notice') {
    const refund = order.refunds.find(({ id }) => id === message.reference)
    if (!refund) throw new Error(`order ${message.orderId} has no refund ${message.reference}`)
    return refundMail(facts, { order, refund })
  }
  const step = order.timeline.find(
    ({ type, details }) => type === 'order.changed' && `${order.id}#${details.revision}` === message.reference,
  )
  if (!step) throw new Error(`order ${message.orderId} has no change ${message.reference}`)
  return changeMail(facts, { change: step.details })
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${error instanceof Error ? error.message : String(error)}${cause}`.slice(0, 500)
}

/** Tries a message again now, whatever became of it; one that was sent stays sent. */
export async function resendMessage(ctx: Shop, messageId: string): Promise<MessageRow> {
  const read = () => ctx.database.maybe<MessageRow>(sql`select * from messages where id = ${messageId}`)
  const message = await read()
  if (!message) throw errors.notFound()
  await sendMessage(ctx, message)
  return (await read()) as MessageRow
}
