import nodemailer, { type TransportOptions } from 'nodemailer'
import { OutageError } from './errors.ts'

/** A file that goes with a mail. */
export type MailAttachment = { filename: string; contentType: string; content: Buffer }

/** A mail ready to go. */
export type Mail = {
  to: string
  from: string
  /** Where an answer goes, when that is not the sender. */
  replyTo?: string
  subject: string
  text: string
  html: string
  messageId: string
  attachments?: MailAttachment[]
}

/** Hands mail to a mail server. */
export type Mailer = {
  /** Resolves once the server has taken the mail; throws an OutageError when it did not. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** A mailer that speaks SMTP with the server of this URL. */
export function createMailer(smtpUrl: string): Mailer {
  const transport = nodemailer.createTransport(smtpUrl, {
    pool: true,
    maxConnections: 2,
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 15_000,
  } as TransportOptions)
  return {
    async send(mail) {
      try {
        await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } })
      } catch (error) {
        throw new OutageError('the mail server did not take the mail', { cause: error })
      }
    },
    close: () => transport.close(),
  }
}
