import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type Mail, type MailFolder, type MailSummary, openMailFolder } from './mail-folder.ts'

export type { Mail, MailAddress, MailSummary } from './mail-folder.ts'

const sizeBytesMax = 10 * 1024 * 1024
const mailsMax = 500

export type SandboxMailbox = {
  /** What to give a mail sender, such as `smtp://127.0.0.1:40125`. */
  smtpUrl: string
  /** Newest first. */
  listMails(): MailSummary[]
  readMail(id: string): Promise<Mail | undefined>
  stop(): Promise<void>
}

/**
 * A mail server that takes every mail and delivers none: a shop that is being tried out writes to nobody.
 * It listens on this machine alone, asks for no password, refuses mails above 10 MB, and keeps the newest 500 in the folder.
 */
export async function startSandboxMailbox(options: { folder: string; now?: () => Date }): Promise<SandboxMailbox> {
  const folder = await openMailFolder(options.folder, { mailsMax, now: options.now ?? (() => new Date()) })
  const server = new SMTPServer({
    banner: 'Sandbox mailbox: nothing is delivered',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: sizeBytesMax,
    closeTimeout: 1_000,
    onData: (stream, session, done) => {
      keepMail(folder, stream, session).then(
        (id) => done(null, `Kept as ${id}`),
        (error: Error) => done(error),
      )
    },
  })
  // A sender that hangs up halfway is its own affair; without a listener it would end the shop.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    listMails: folder.list,
    readMail: folder.read,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keepMail(folder: MailFolder, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    // Read to its end even when it is too large: the protocol answers only after the last line.
    if (!stream.sizeExceeded) chunks.push(chunk as Buffer)
  }
  if (stream.sizeExceeded) {
    throw Object.assign(new Error('Mails here are at most 10 MB.'), { responseCode: 552 })
  }
  const { mailFrom, rcptTo } = session.envelope
  const recipients = rcptTo.map((recipient) => recipient.address)
  return folder.keep(Buffer.concat(chunks), { from: mailFrom ? mailFrom.address : '', recipients })
}
