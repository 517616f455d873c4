import { afterEach, expect, test, vi } from 'vitest'
import { developmentPage } from './development-page.ts'

afterEach(() => void vi.unstubAllEnvs())

test('there is no development page unless one is named', () => {
  vi.stubEnv('FOLLOWTHROUGH_DEV_URL', undefined)
  expect(developmentPage()).toBeNull()
})

test('a development server on this computer counts, with its token', () => {
  for (const address of ['http://127.0.0.1:5173/#token=x', 'http://localhost:5173/', 'http://[::1]:5173/']) {
    vi.stubEnv('FOLLOWTHROUGH_DEV_URL', address)
    expect(developmentPage()?.href).toBe(address)
  }
})

test('a development server anywhere else is refused', () => {
  for (const address of ['http://example.com', 'https://127.0.0.1', 'http://localhost.example.com', 'http://127.0.0.1@example.com', 'file:///etc/passwd', 'nonsense', '']) {
    vi.stubEnv('FOLLOWTHROUGH_DEV_URL', address)
    expect(() => developmentPage(), address).toThrow('on this computer')
  }
})
