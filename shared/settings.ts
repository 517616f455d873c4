import { z } from 'zod'
import { timeOfDaySchema, zoneSchema } from './dates.ts'
import { importMappingSchema } from './import.ts'
import { idSchema } from './id.ts'

/** What the table of people can show of each. */
export const peopleColumnSchema = z.enum(['name', 'company', 'role', 'email', 'phone', 'tags', 'industry', 'permission', 'leads', 'lastTouch', 'nextTouch'])
export type PeopleColumn = z.infer<typeof peopleColumnSchema>

/** The person's choices. They live apart from the data, one small file for both shells. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** How the person signs recaps; the name alone, and lines below it. */
  name: z.string().trim().max(120),
  signature: z.string().max(2000),
  /** The person's own zone; null follows the computer. */
  zone: zoneSchema.nullable(),
  /** When whole-day touches remind. */
  startOfDay: timeOfDaySchema,
  /** The currency proposed for a new lead. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Reminders say "A call is due" without the name, for shared screens. */
  hideNames: z.boolean(),
  /** Closing the window keeps the app in the tray, so that reminders still come (desktop). */
  closeToTray: z.boolean(),
  /** The keys that open quick add from any program, as Electron's accelerator (desktop); null for none. */
  quickAddShortcut: z.string().trim().min(1).max(60).nullable(),
  /** The notice that closing keeps the app running was shown (desktop). */
  toldAboutTray: z.boolean(),
  /** What the columns of imported files were said to mean, the latest first. */
  importMappings: z.array(importMappingSchema).max(50),
  /** Where the window was (desktop); null before the first close. */
  window: z
    .strictObject({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().min(1),
      height: z.number().int().min(1),
      maximized: z.boolean(),
    })
    .nullable(),
  /** Contacts that look alike and are not the same person; each list was told to be different people. */
  notDuplicates: z.array(z.array(idSchema).min(2).max(100)).max(2000),
  /** How the table of people is shown. */
  people: z.strictObject({ columns: z.array(peopleColumnSchema).max(20), sort: peopleColumnSchema, descending: z.boolean() }),
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  theme: 'system',
  name: '',
  signature: '',
  zone: null,
  startOfDay: '09:00',
  currency: 'EUR',
  hideNames: false,
  closeToTray: true,
  quickAddShortcut: 'CommandOrControl+Shift+L',
  toldAboutTray: false,
  importMappings: [],
  window: null,
  notDuplicates: [],
  people: { columns: ['name', 'company', 'email', 'phone', 'tags', 'leads'], sort: 'name', descending: false },
}

/** The settings in `stored`, with the default for each one that is missing or not valid. Never throws. */
export function readSettings(stored: unknown): Settings {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  const settings: Record<string, unknown> = { ...defaultSettings }
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const parsed = schema.safeParse(given[key])
    if (parsed.success) settings[key] = parsed.data
  }
  return settings as Settings
}
