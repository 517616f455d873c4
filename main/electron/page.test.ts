import { expect, test } from 'vitest'
import { documentOf, pageToShow } from './page.ts'

test("the page is our own, or the development server's", () => {
  expect(pageToShow(null)).toEqual({ url: 'followthrough://app/index.html', origin: 'followthrough://app' })
  expect(pageToShow(new URL('http://127.0.0.1:5173/#token=x'))).toEqual({ url: 'http://127.0.0.1:5173/#token=x', origin: 'http://127.0.0.1:5173' })
})

test('a document is told apart from its fragment', () => {
  expect(documentOf('followthrough://app/index.html#/board')).toBe('followthrough://app/index.html')
})
