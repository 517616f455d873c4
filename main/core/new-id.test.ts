import { validate, version } from 'uuid'
import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('Ids are UUIDs of version 7, all different, and sort by the moment they were made', () => {
  const now = Date.parse('2026-11-23T08:00:00Z')
  const ids = Array.from({ length: 1000 }, (_, index) => newId(now + index))
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 1000 }, () => newId(now))).size).toBe(1000)
})
