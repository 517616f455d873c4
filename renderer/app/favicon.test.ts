import { expect, test } from 'vitest'
import mark from '../icon.svg?raw'
import { favicon } from './favicon.ts'

const drawn = (today: number, overdue = 0) => decodeURIComponent(favicon({ today, overdue }).replace('data:image/svg+xml,', ''))
const figure = (picture: string) => /<text[^>]*>(.*)<\/text>/.exec(picture)?.[1]

test('with nothing due the tab has the mark alone', () => {
  expect(drawn(0)).toBe(mark)
})

test('the badge has the count, up to nine', () => {
  expect([1, 9, 10, 250].map((count) => figure(drawn(count)))).toEqual(['1', '9', '9+', '9+'])
})

test('the badge turns red once something is overdue', () => {
  expect(drawn(3)).not.toContain('#d93025')
  expect(drawn(3, 1)).toContain('#d93025')
})

test('the picture brings all it needs', () => {
  expect(drawn(12, 1).replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\(/)
})
