import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { OutageError } from './errors.ts'
import { createMailer } from './mail.ts'

const mail = {
  to: 'ann@example.com',
  from: 'Moss & Clay <shop@example.com>',
  subject: 'Order 1042: thank you',
  text: 'It will be with you on Friday.',
  html: '<p>It will be with you on Friday.</p>',
  messageId: '<order-1042@example.com>',
}

test('a mail arrives with what it says, to whom, and the mark of a machine', async () => {
  const arrived: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        arrived.push(Buffer.concat(chunks))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const mailer = createMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  await mailer.send(mail)
  mailer.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  const read = await PostalMime.parse(arrived[0] as Buffer)
  expect(read).toMatchObject({
    from: { name: 'Moss & Clay', address: 'shop@example.com' },
    to: [{ address: 'ann@example.com' }],
    subject: mail.subject,
    messageId: mail.messageId,
  })
  expect(read.text?.trim()).toBe(mail.text)
  expect(read.html?.trim()).toBe(mail.html)
  expect(read.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated')
})

test('a mail server that does not answer is an outage, so that the mail is tried again', async () => {
  const mailer = createMailer('smtp://127.0.0.1:9')
  await expect(mailer.send(mail)).rejects.toThrow(OutageError)
  mailer.close()
})
