import { expect, test } from 'vitest'
import { isPlainAddress, namedAddress, oneLine } from './mail-address.ts'
import { html } from './mail-html.ts'

test('an address is one address, and cannot end a header', () => {
  expect(['ann@example.com', 'a.b+c@mail.example.co.uk', 'jörg@exämple.de'].every(isPlainAddress)).toBe(true)
  const refused = [
    '',
    'ann',
    'a@b',
    'a@example.com,b@example.com',
    'Ann <a@example.com>',
    'a@example.com\r\nBcc: b@example.com',
  ]
  expect(refused.filter(isPlainAddress)).toEqual([])
})

test('a name is quoted, and what could break out of the quotes is gone', () => {
  expect(namedAddress('Juniper & Salt', 'a@example.com')).toBe('"Juniper & Salt" <a@example.com>')
  expect(namedAddress('A" <x@y.z>\r\nBcc: b', 'a@example.com')).toBe('"A <x@y.z> Bcc: b" <a@example.com>')
  expect(namedAddress('', 'a@example.com')).toBe('a@example.com')
  expect(oneLine('Order\r\n1042\u2028now')).toBe('Order 1042 now')
})

test('what a customer typed stays text in a mail', () => {
  const name = '<img src=x onerror="alert(1)">'
  expect(html`<p title="${name}">${name}</p>`.html).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</p>',
  )
})
