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
