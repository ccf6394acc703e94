import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterEach, expect, test } from 'vitest'
import { openMailFolder } from './mail-folder.ts'
import { type SandboxMailbox, startSandboxMailbox } from './sandbox-mailbox.ts'

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mailbox-'))
  cleanUps.push(() => fs.rmSync(folder, { recursive: true }))
  return folder
}

async function start(folder: string): Promise<SandboxMailbox> {
  const mailbox = await startSandboxMailbox({ folder })
  cleanUps.push(mailbox.stop)
  return mailbox
}

async function send(mailbox: SandboxMailbox, mail: SendMailOptions): Promise<void> {
  const transport = createTransport(mailbox.smtpUrl)
  try {
    await transport.sendMail({ from: 'Corner Shop <shop@example.com>', ...mail })
  } finally {
    transport.close()
  }
}

test('a mail is read as it was written: sender, receivers, subject, both bodies and what is attached', async () => {
  const mailbox = await start(newFolder())
  await send(mailbox, {
    to: 'Ada Müller <ada@example.com>, bo@example.com',
    bcc: 'audit@example.com',
    subject: 'Bestellung 1042 – vielen Dank',
    text: 'Zwei Tassen für 40,00 €',
    html: '<p>Zwei Tassen für <b>40,00 €</b></p>',
    date: new Date('2026-03-01T10:00:00Z'),
    attachments: [{ filename: 'invoice.pdf', content: Buffer.from('%PDF-1.7 plain') }],
  })

  const [summary] = mailbox.listMails()
  expect(summary).toMatchObject({
    from: { name: 'Corner Shop', address: 'shop@example.com' },
    recipients: ['ada@example.com', 'bo@example.com', 'audit@example.com'],
    subject: 'Bestellung 1042 – vielen Dank',
  })
  const mail = await mailbox.readMail(summary?.id ?? '')
  expect(mail).toMatchObject({
    from: { name: 'Corner Shop', address: 'shop@example.com' },
    to: [
      { name: 'Ada Müller', address: 'ada@example.com' },
      { name: '', address: 'bo@example.com' },
    ],
    date: '2026-03-01T10:00:00.000Z',
  })
  expect(mail?.text?.trim()).toBe('Zwei Tassen für 40,00 €')
  expect(mail?.html?.trim()).toBe('<p>Zwei Tassen für <b>40,00 €</b></p>')
  expect(mail?.attachments.map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([
    ['invoice.pdf', '%PDF-1.7 plain'],
  ])
})

test('twenty mails sent at once are all kept, and are still there after a restart, newest first', async () => {
  const folder = newFolder()
  const mailbox = await startSandboxMailbox({ folder })
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => send(mailbox, { to: 'ada@example.com', subject: `Order ${at}` })),
  )
  await send(mailbox, { to: 'ada@example.com', subject: 'The newest' })
  const before = mailbox.listMails()
  await mailbox.stop()

  const again = await start(folder)
  expect(again.listMails()).toEqual(before)
  expect(before).toHaveLength(21)
  expect(before[0]?.subject).toBe('The newest')
  expect(new Set(before.map((mail) => mail.subject)).size).toBe(21)
  expect((await again.readMail(before[20]?.id ?? ''))?.subject).toBe(before[20]?.subject)
})

test('a lost index is made again from the mails', async () => {
  const folder = newFolder()
  const mailbox = await startSandboxMailbox({ folder })
  await send(mailbox, { to: 'ada@example.com', subject: 'First' })
  await send(mailbox, { to: 'ada@example.com', subject: 'Second' })
  await mailbox.stop()
  fs.writeFileSync(path.join(folder, 'index.json'), '[{"id":')

  expect((await start(folder)).listMails().map((mail) => mail.subject)).toEqual(['Second', 'First'])
})

test('only the newest are kept, on the disk as in the list', async () => {
  const folder = newFolder()
  let at = Date.parse('2026-03-01T10:00:00Z')
  const mails = await openMailFolder(folder, { mailsMax: 3, now: () => new Date(at++) })
  for (const subject of ['a', 'b', 'c', 'd', 'e']) {
    await mails.keep(Buffer.from(`Subject: ${subject}\r\n\r\nHello\r\n`), {
      from: 'shop@example.com',
      recipients: ['ada@example.com'],
    })
  }
  expect(mails.list().map((mail) => mail.subject)).toEqual(['e', 'd', 'c'])
  expect(fs.readdirSync(folder).filter((name) => name.endsWith('.eml'))).toHaveLength(3)
})

test('a mail above 10 MB is refused and leaves nothing behind', async () => {
  const folder = newFolder()
  const mailbox = await start(folder)
  const sent = send(mailbox, { to: 'ada@example.com', subject: 'Large', text: 'x'.repeat(11 * 1024 * 1024) })
  await expect(sent).rejects.toThrow(/552/)
  expect(mailbox.listMails()).toEqual([])
  expect(fs.readdirSync(folder)).toEqual([])
})

test('an id from outside cannot reach another file', async () => {
  const folder = newFolder()
  const mailbox = await start(folder)
  fs.writeFileSync(path.join(folder, '..', `${path.basename(folder)}.eml`), 'Subject: secret\r\n\r\n')
  cleanUps.push(() => fs.rmSync(`${folder}.eml`))
  expect(await mailbox.readMail(`../${path.basename(folder)}`)).toBeUndefined()
})
