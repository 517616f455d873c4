import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { api } from './api.ts'

const folder = join(import.meta.dirname, 'calls')

/** The calls that each file of calls/ declares. */
const declared = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const exported: Record<string, unknown> = await import(join(folder, file))
    return Object.entries(exported).flatMap(([name, calls]) => (name.endsWith('Calls') ? Object.keys(calls as object) : []))
  }),
)

test('The table has every call of every noun, and no two nouns declare the same one', () => {
  expect(declared.flat().toSorted()).toEqual(Object.keys(api).toSorted())
})
