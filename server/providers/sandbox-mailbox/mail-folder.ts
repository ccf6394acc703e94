import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import PostalMime, { type Address, type Email } from 'postal-mime'

const indexName = 'index.json'

export type MailAddress = { name: string; address: string }

/** One line of the list. `recipients` is who it was delivered to, blind copies included; `receivedAt` is ISO 8601. */
export type MailSummary = {
  id: string
  receivedAt: string
  from: MailAddress
  recipients: string[]
  subject: string
  sizeBytes: number
}

export type Mail = {
  id: string
  from: MailAddress
  to: MailAddress[]
  subject: string
  /** When the sender says it was written, ISO 8601; the time of receipt if it does not say. */
  date: string
  html?: string
  text?: string
  attachments: { name: string; type: string; content: Uint8Array }[]
}

export type MailFolder = {
  keep(raw: Buffer, envelope: { from: string; recipients: string[] }): Promise<string>
  list(): MailSummary[]
  read(id: string): Promise<Mail | undefined>
}

/**
 * A folder of mails as they came (`.eml`, RFC 5322) with an index beside them, newest first.
 * Keeps the newest `mailsMax` and deletes the rest. An index that is lost is made again from the mails.
 */
export async function openMailFolder(
  folder: string,
  options: { mailsMax: number; now: () => Date },
): Promise<MailFolder> {
  await fs.mkdir(folder, { recursive: true })
  let mails = await readIndex(folder)
  let writing: Promise<unknown> = Promise.resolve()
  const fileOf = (id: string): string => path.join(folder, `${id}.eml`)

  async function keep(raw: Buffer, envelope: { from: string; recipients: string[] }): Promise<string> {
    const now = options.now()
    const id = `${String(now.getTime()).padStart(14, '0')}-${randomUUID().slice(0, 8)}`
    const summary = summarise(id, raw, await parse(raw), now)
    if (!summary.from.address) summary.from.address = envelope.from
    summary.recipients = envelope.recipients
    await writeWhole(fileOf(id), raw)
    const dropped = [summary, ...mails].slice(options.mailsMax)
    mails = [summary, ...mails].slice(0, options.mailsMax)
    await writeWhole(path.join(folder, indexName), `${JSON.stringify(mails, null, 1)}\n`)
    for (const old of dropped) await fs.rm(fileOf(old.id), { force: true })
    return id
  }

  return {
    keep(raw, envelope) {
      // One after another: two mails that arrive together would otherwise each write an index without the other.
      const kept = writing.then(() => keep(raw, envelope))
      writing = kept.catch(() => {})
      return kept
    },
    list: () => [...mails],
    async read(id) {
      const summary = mails.find((mail) => mail.id === id)
      if (!summary) return undefined
      return readMail(summary, await parse(await fs.readFile(fileOf(id))))
    },
  }
}

async function readIndex(folder: string): Promise<MailSummary[]> {
  try {
    return JSON.parse(await fs.readFile(path.join(folder, indexName), 'utf8')) as MailSummary[]
  } catch {
    return rebuildIndex(folder)
  }
}

async function rebuildIndex(folder: string): Promise<MailSummary[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
  const mails: MailSummary[] = []
  for (const name of names.reverse()) {
    const raw = await fs.readFile(path.join(folder, name))
    const { mtime } = await fs.stat(path.join(folder, name))
    mails.push(summarise(name.slice(0, -'.eml'.length), raw, await parse(raw), mtime))
  }
  return mails
}

function summarise(id: string, raw: Buffer, email: Email, receivedAt: Date): MailSummary {
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    from: addressOf(email.from),
    recipients: [...(email.to ?? []), ...(email.cc ?? [])].flatMap(mailboxes).map((each) => each.address),
    subject: email.subject ?? '',
    sizeBytes: raw.length,
  }
}

function readMail(summary: MailSummary, email: Email): Mail {
  const date = email.date ? new Date(email.date) : undefined
  return {
    id: summary.id,
    from: summary.from,
    to: (email.to ?? []).flatMap(mailboxes),
    subject: email.subject ?? '',
    date: date && !Number.isNaN(date.getTime()) ? date.toISOString() : summary.receivedAt,
    html: email.html,
    text: email.text,
    attachments: email.attachments.map((attachment) => ({
      name: attachment.filename ?? '',
      type: attachment.mimeType,
      content: bytesOf(attachment.content),
    })),
  }
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

function addressOf(address: Address | undefined): MailAddress {
  return { name: address?.name ?? '', address: address?.address ?? '' }
}

function mailboxes(address: Address): MailAddress[] {
  return address.group ? address.group.map(addressOf) : [addressOf(address)]
}

function parse(raw: Buffer): Promise<Email> {
  return PostalMime.parse(raw)
}

/** Nobody may find half a file, whenever the process ends. */
async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  const draft = `${file}.draft`
  await fs.writeFile(draft, content, { mode: 0o600 })
  await fs.rename(draft, file)
}
