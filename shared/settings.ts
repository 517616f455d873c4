import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { instantSchema, localDateSchema, timeOfDaySchema, zoneSchema } from './dates.ts'
import { importMappingSchema } from './import.ts'
import { idSchema } from './id.ts'
import { defaultReminderChoices, reminderChoicesSchema } from './reminder-times.ts'
import { defaultResponseGoal, responseGoalSchema } from './response.ts'

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
  /** When the working day begins and ends. Whole-day touches remind at its start. */
  startOfDay: timeOfDaySchema,
  endOfDay: timeOfDaySchema,
  /** The weekdays on which the person works, 1 for Monday … 7 for Sunday. */
  workingDays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  /** No more touches than this are planned for a day unless the person says so. */
  dailyLoad: z.number().int().min(1).max(1000),
  /** Working days between two touches with a lead at the least, where the lead has no figure of its own (practice P4). */
  minimumGap: z.number().int().min(0).max(366),
  /** Touches in a row without an answer after which something else has to be chosen, where the lead has no figure of its own (practice P6). */
  silenceLimit: z.number().int().min(1).max(100),
  /** How reminders come, and until when they are paused. */
  reminders: reminderChoicesSchema,
  remindersPausedUntil: instantSchema.nullable(),
  /** The date of the latest digest, so that it comes once a day. */
  digestedOn: localDateSchema.nullable(),
  /** How soon an inbound lead wants an answer (practice P1). */
  response: responseGoalSchema,
  /** How dates and times are written; `region` follows the computer's region. */
  weekStart: z.enum(['region', 'monday', 'saturday', 'sunday']),
  hours: z.enum(['region', '12', '24']),
  dateOrder: z.enum(['region', 'day-first', 'month-first', 'year-first']),
  /** How the calendar was last looked at. */
  calendar: z.strictObject({ view: z.enum(['month', 'week', 'day', 'agenda']), channels: z.array(channelSchema).max(10), promises: z.boolean(), planned: z.boolean() }),
  /** The currency proposed for a new lead. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Reminders say "A call is due" without the name, for shared screens. */
  hideNames: z.boolean(),
  /** Closing the window keeps the app in the tray, so that reminders still come (desktop). */
  closeToTray: z.boolean(),
  /** The app starts in the tray when the person logs in (desktop); the system's own list has the last word. */
  openAtLogin: z.boolean(),
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
  endOfDay: '17:00',
  workingDays: [1, 2, 3, 4, 5],
  dailyLoad: 20,
  minimumGap: 1,
  silenceLimit: 7,
  reminders: defaultReminderChoices,
  remindersPausedUntil: null,
  digestedOn: null,
  response: defaultResponseGoal,
  weekStart: 'region',
  hours: 'region',
  dateOrder: 'region',
  calendar: { view: 'month', channels: [], promises: true, planned: true },
  currency: 'EUR',
  hideNames: false,
  closeToTray: true,
  openAtLogin: false,
  quickAddShortcut: 'CommandOrControl+Shift+L',
  toldAboutTray: false,
  importMappings: [],
  window: null,
  notDuplicates: [],
  people: { columns: ['name', 'company', 'email', 'phone', 'tags', 'leads'], sort: 'name', descending: false },
}

/** True when the working day ends after it begins. */
export function dayHoursInOrder({ startOfDay, endOfDay }: Pick<Settings, 'startOfDay' | 'endOfDay'>): boolean {
  return startOfDay < endOfDay
}

/** The settings in `stored`, with the default for each one that is missing or not valid. Never throws. */
export function readSettings(stored: unknown): Settings {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  const settings: Record<string, unknown> = { ...defaultSettings }
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const parsed = schema.safeParse(given[key])
    if (parsed.success) settings[key] = parsed.data
  }
  const { startOfDay, endOfDay } = defaultSettings
  return dayHoursInOrder(settings as Settings) ? (settings as Settings) : { ...(settings as Settings), startOfDay, endOfDay }
}
