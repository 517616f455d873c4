import { expect, test } from 'vitest'
import { documentOf, pageToShow } from './page.ts'

test('the page is our own, or a development server on this computer', () => {
  expect(pageToShow(undefined)).toEqual({ url: 'followthrough://app/index.html', origin: 'followthrough://app' })
  expect(pageToShow('http://127.0.0.1:5173/#token=x')).toEqual({ url: 'http://127.0.0.1:5173/#token=x', origin: 'http://127.0.0.1:5173' })
})

test('a development server anywhere else is refused', () => {
  for (const url of ['http://example.com', 'https://localhost.example.com', 'file:///etc/passwd', 'nonsense']) {
    expect(() => pageToShow(url)).toThrow()
  }
})

test('a document is told apart from its fragment', () => {
  expect(documentOf('followthrough://app/index.html#/board')).toBe('followthrough://app/index.html')
})
