import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mailLink } from './mail-link.ts'

it('encodes address, subject and body so that nothing in them can end the address or add a header', () => {
  const link = mailLink('a?bcc=x@example.com', 'Q&A: 50 % off?', 'Hi,\n&body=two # three')
  expect(link).toBe('mailto:a%3Fbcc%3Dx@example.com?subject=Q%26A%3A%2050%20%25%20off%3F&body=Hi%2C%0D%0A%26body%3Dtwo%20%23%20three')
})

it('opens without an address when there is none', () => {
  expect(mailLink('', 'Hi', 'there')).toBe('mailto:?subject=Hi&body=there')
})

it('is refused when a mail program might cut it', () => {
  expect(mailLink('a@example.com', 'Hi', 'word '.repeat(400))).toBeNull()
})

it('carries any text whole, be it cut within a character or not', () => {
  const unit = fc.oneof(fc.constantFrom(0x0a, 0x0d, 0x25, 0x26), fc.integer({ min: 0xd800, max: 0xdfff }), fc.integer({ min: 0, max: 0xffff }))
  const text = fc.array(unit, { maxLength: 20 }).map((units) => String.fromCharCode(...units))
  fc.assert(
    fc.property(text, text, text, (to, subject, body) => {
      const [, address, ...fields] = (mailLink(to, subject, body) ?? '').match(/^mailto:([^?&]*)\?subject=([^?&]*)&body=([^?&]*)$/) ?? []
      const carried = [address, ...fields].map((part) => decodeURIComponent(part ?? ''))
      expect(carried).toEqual([to, subject, body.replace(/\r\n?|\n/g, '\r\n')].map((part) => part.toWellFormed()))
    }),
  )
})
