import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayHoursInOrder, defaultSettings, readSettings, settingsSchema } from './settings.ts'

describe('Reading the settings', () => {
  test.each([null, undefined, 'text', 7, [], {}])('gives the defaults for %j', (stored) => {
    expect(readSettings(stored)).toEqual(defaultSettings)
  })

  test('the defaults are valid themselves', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings)
  })

  test('keeps every valid setting beside one that is not', () => {
    const stored = { theme: 'dark', name: ' Elena ', startOfDay: '25:00', zone: 'Mars/Base', currency: 'USD', hideNames: 'yes' }
    expect(readSettings(stored)).toEqual({ ...defaultSettings, theme: 'dark', name: 'Elena', currency: 'USD' })
  })

  test('drops what it does not know, such as the setting of a later version', () => {
    expect(readSettings({ ...defaultSettings, colour: 'red' })).toEqual(defaultSettings)
  })

  test('gives the default hours for a day that ends before it begins', () => {
    expect(readSettings({ startOfDay: '18:00', endOfDay: '08:00', dailyLoad: 8 })).toEqual({ ...defaultSettings, dailyLoad: 8 })
    expect(readSettings({ startOfDay: '07:00', endOfDay: '07:30' })).toMatchObject({ startOfDay: '07:00', endOfDay: '07:30' })
  })

  test('gives valid settings whatever the file holds, and the same ones when they are read again', () => {
    const aFile = fc.oneof(fc.anything(), fc.record(Object.fromEntries(Object.keys(defaultSettings).map((key) => [key, fc.anything()])), { requiredKeys: [] }))
    fc.assert(
      fc.property(aFile, (stored) => {
        const settings = readSettings(stored)
        expect(settingsSchema.parse(settings)).toEqual(settings)
        expect(dayHoursInOrder(settings)).toBe(true)
        expect(readSettings(settings)).toEqual(settings)
      }),
    )
  })
})
