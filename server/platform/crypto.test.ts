import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVault, hashSecret } from './crypto.ts'

const old = 'the first secret of this shop, 2025'
const fresh = 'the second secret of this shop, 2026'
const contact = { email: 'ann@example.com', name: 'Ann Example' }

test('what is sealed opens again, whatever it is', () => {
  const vault = createVault([old])
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const asJson = JSON.parse(JSON.stringify(value))
      expect(vault.open(vault.seal(asJson, 'orders'), 'orders')).toEqual(asJson)
    }),
  )
})

test('sealed data shows nothing of what is in it, and never looks the same twice', () => {
  const vault = createVault([old])
  const sealed = vault.seal(contact, 'orders')
  expect(sealed.toString('latin1')).not.toContain('ann@example.com')
  expect(sealed.equals(vault.seal(contact, 'orders'))).toBe(false)
})

test('after the secret has been changed, old data still opens and new data needs the new secret', () => {
  const before = createVault([old]).seal(contact, 'orders')
  const rotated = createVault([fresh, old])
  const after = rotated.seal(contact, 'orders')
  expect(rotated.open(before, 'orders')).toEqual(contact)
  expect(rotated.open(after, 'orders')).toEqual(contact)
  expect(createVault([fresh]).open(after, 'orders')).toEqual(contact)
  expect(() => createVault([old]).open(after, 'orders')).toThrow('does not open')
  expect(() => createVault([fresh]).open(before, 'orders')).toThrow('does not open')
})

test('data with any byte altered is refused', () => {
  const vault = createVault([old])
  const sealed = vault.seal(contact, 'orders')
  for (let index = 0; index < sealed.length; index++) {
    const altered = Buffer.from(sealed)
    altered[index] = (altered[index] as number) ^ 1
    expect(() => vault.open(altered, 'orders'), `byte ${index}`).toThrow()
  }
})

test('data cut short is refused', () => {
  const vault = createVault([old])
  const sealed = vault.seal(contact, 'orders')
  for (let length = 0; length < sealed.length; length++)
    expect(() => vault.open(sealed.subarray(0, length), 'orders'), `${length} bytes`).toThrow()
})

test('data sealed for one record does not open as another', () => {
  const vault = createVault([old])
  expect(() => vault.open(vault.seal(contact, 'orders:1'), 'orders:2')).toThrow('does not open')
})

test('a record is found by a value that is not stored, also after the secret has been changed', () => {
  const before = createVault([old]).lookup('ann@example.com')
  expect(createVault([fresh, old]).lookup('ann@example.com').equals(before)).toBe(true)
  expect(createVault([old]).lookup('bob@example.com').equals(before)).toBe(false)
  expect(createVault([fresh]).lookup('ann@example.com').equals(before)).toBe(false)
})

test('a vault without a secret is not made', () => {
  expect(() => createVault([])).toThrow('needs a secret')
})

test('a bearer secret is stored as its SHA-256', () => {
  expect(hashSecret('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
