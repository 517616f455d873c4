import { expect, it } from 'vitest'
import { decodeText } from './contact-file.ts'

it('reads UTF-8, with and without its mark', () => {
  expect(decodeText(new TextEncoder().encode('Zoë'))).toBe('Zoë')
  expect(decodeText(new TextEncoder().encode('\ufeffZoë'))).toBe('Zoë')
})

it('reads UTF-16 by its mark', () => {
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0]))).toBe('Zoë')
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb]))).toBe('Zoë')
})

it('reads the Windows letters of an old spreadsheet', () => {
  expect(decodeText(new Uint8Array([0x5a, 0x6f, 0xeb, 0x80]))).toBe('Zoë€')
})
