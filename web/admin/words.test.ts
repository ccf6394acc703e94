import { expect, test } from 'vitest'
import { editableOf, htmlOf } from './description.ts'
import { safeNext } from './staff.ts'
import { minorOf, moment } from './words.ts'

test('a price is read as people type it, and never guessed at', () => {
  expect(['19,90', '19.9', ' 19.90 €', '19', '0,05'].map((text) => minorOf(text, 2))).toEqual([
    1990, 1990, 1990, 1900, 5,
  ])
  expect(minorOf('1980', 0)).toBe(1980)
  expect(minorOf('1.250', 3)).toBe(1250)
  expect(['', '19,905', '1.299,00', '-5', '12e3', 'free'].map((text) => minorOf(text, 2))).toEqual(
    Array(6).fill(undefined),
  )
})

test('a moment is named by the day it was in the shop', () => {
  const at = (text: string) =>
    moment({ at: text, timeZone: 'Europe/Berlin', locale: 'en', now: new Date('2026-03-02T10:00:00Z') })
  expect(at('2026-03-01T23:30:00Z')).toBe('Today, 00:30')
  expect(at('2026-03-01T20:00:00Z')).toBe('Yesterday, 21:00')
  expect(at('2026-02-10T08:00:00Z')).toBe('10 Feb, 09:00')
  expect(at('2025-12-31T08:00:00Z')).toBe('31 Dec 2025, 09:00')
})

test('after signing in one goes on within the back office, never to another site', () => {
  expect(safeNext('/admin/orders?status=all')).toBe('/admin/orders?status=all')
  const elsewhere = [
    '//evil.example.com',
    'https://evil.example.com',
    '/admin.evil.example.com',
    '/\\evil',
    '/administrator',
    null,
  ]
  expect(elsewhere.map(safeNext)).toEqual(Array(6).fill('/admin'))
})

test('plain paragraphs are edited as text and come back the same; anything richer stays HTML', () => {
  const plain = '<p>Salt &amp; juniper.</p>\n<p>Two<br />lines.</p>'
  const { text, isHtml } = editableOf(plain)
  expect({ text, isHtml }).toEqual({ text: 'Salt & juniper.\n\nTwo\nlines.', isHtml: false })
  expect(htmlOf(text, false)).toBe(plain)
  expect(htmlOf('1 < 2 & 3', false)).toBe('<p>1 &lt; 2 &amp; 3</p>')
  const rich = '<p>With <b>bold</b></p>'
  expect(editableOf(rich)).toEqual({ text: rich, isHtml: true })
  expect(htmlOf(rich, true)).toBe(rich)
})
