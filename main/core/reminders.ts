import { addDays, dueInstant, instantOf, type LocalDate } from '../../shared/dates.ts'
import { covers, nextReminder, outOfQuiet, reminderKey, reminderMoments, type ReminderMoment, type ReminderPolicy } from '../../shared/reminder-times.ts'
import { firstResponse } from '../../shared/response.ts'
import type { Settings } from '../../shared/settings.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import type { Database } from './database/database.ts'
import type { JournalEntry } from './database/journal.ts'
import type { Reader } from './database/store.ts'
import type { Context } from './handlers.ts'
import type { Clock, Log, ReminderNotification, SettingsStore } from './host.ts'
import { stageOf } from './look-up.ts'
import { dayDigest, reminderOf, type DueReminder, type ReminderText } from './reminder-texts.ts'
import { workDays } from './work.ts'

/** The clock is looked at this often, whatever the next moment: it may have been set, or the computer slept. */
const clockCheck = 60_000
/** Touches due within so many days have a moment in memory; the others are looked at when the date changes. */
const horizonDays = 8
/** More reminders at once than this, or several that come later than this (milliseconds), are one digest. */
const givenSingly = 3
const onTime = 120_000
/** No two reminders sound within this many milliseconds. */
const soundPause = 60_000

export interface RemindersOptions {
  database: Database
  clock: Clock
  log: Log
  settings: SettingsStore
  context: () => Context
  /** Shows a reminder: to the operating system and to the page. */
  give: (reminder: ReminderNotification) => void
  /** Does what a new date brings, before anything is looked at; never fails. */
  beginDay: () => Promise<void>
  /** Takes the reminders of these touches back: there is nothing left to do about them. */
  over: (touchIds: string[]) => void
}

/**
 * Gives each touch's reminder once, when its moment comes (practice P14). One timer stands for the next moment; a
 * minute's clock check catches sleep and clock changes. Many at once, or several late ones as after a night's sleep,
 * are one digest. A reminder is given first and then noted: a crash in between repeats it, and never loses it.
 */
export class Reminders {
  readonly #options: RemindersOptions
  /** Touch → its next reminder, for those within the horizon. */
  readonly #moments = new Map<string, ReminderMoment>()
  /** The earliest of the moments; null when it has to be looked for. */
  #earliest: number | null = null
  /** Touch → what its reminder was given for; holds even when the disk refused to note it. */
  readonly #given = new Map<string, string>()
  /** Touch → what it was due for when the digest of the day told of it; until it has a reminder of its own. */
  readonly #told = new Map<string, string>()
  /** What the moments were worked out by; empty when they have to be worked out anew. */
  #scannedBy = ''
  #policy: ReminderPolicy | null = null
  #horizon: LocalDate = ''
  /** When today's digest comes, in milliseconds; null when it was given, or none is wanted. */
  #digest: number | null = null
  #lastSound = -Infinity
  #cancel: () => void = () => undefined
  #running = false
  #checking: Promise<void> = Promise.resolve()

  constructor(options: RemindersOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    this.#running = true
    await this.wake()
  }

  stop(): void {
    this.#running = false
    this.#cancel()
  }

  /** Looks at the clock now. */
  async wake(): Promise<void> {
    if (!this.#running) return
    this.#cancel()
    this.#checking = this.#checking
      .then(async () => this.#options.beginDay())
      .then(async () => this.#check())
      .then(
        () => this.#arm(),
        (error: unknown) => {
          this.#options.log.error('the reminder check failed', error)
          // What failed just now would fail again at once, and again.
          this.#arm(clockCheck)
        },
      )
    await this.#checking
  }

  /** Forgets what is in memory and looks at everything anew: the data was replaced. */
  async reset(): Promise<void> {
    this.#scannedBy = ''
    const shown = new Set([...this.#given.keys(), ...this.#told.keys()])
    this.#given.clear()
    this.#told.clear()
    this.#options.over([...shown])
    await this.wake()
  }

  /** Takes a transaction into account: only the touches it concerns are looked at again. */
  noteChange(entry: JournalEntry, reader: Reader): void {
    if (this.#policy === null || this.#scannedBy === '') return
    if (entry.changes.some(({ table }) => table === 'daysOff')) {
      this.#scannedBy = ''
      void this.wake()
      return
    }
    const concerned = touchesConcerned(entry, reader)
    if (concerned.size === 0) return
    for (const id of concerned) this.#note(id, reader)
    const over = [...concerned].filter((id) => this.#isOver(id, reader.get('touches', id)))
    if (over.length > 0) this.#options.over(over)
    this.#arm()
  }

  #arm(atLeast = 0): void {
    this.#cancel()
    if (!this.#running) return
    this.#earliest ??= Math.min(Infinity, ...[...this.#moments.values()].map(({ moment }) => moment))
    const { clock } = this.#options
    const now = clock.now()
    const from = this.#mayGiveFrom(now)
    const next = from > now ? from : Math.min(this.#earliest, this.#digest ?? Infinity)
    const wait = Math.min(Math.max(next - now, atLeast), clockCheck)
    this.#cancel = clock.after(wait, async () => this.wake())
  }

  /** `now`, or when the pause and the quiet hours that it falls into are over: what was missed waits for that as well. */
  #mayGiveFrom(now: number): number {
    const { zone, settings } = this.#options.context()
    return outOfQuiet(Math.max(now, pausedUntil(settings)), { zone, choices: settings.reminders })
  }

  async #check(): Promise<void> {
    const { database, clock } = this.#options
    const now = clock.now()
    if (database.status !== 'open' || now < this.#mayGiveFrom(now)) return
    const context = this.#options.context()
    const due = await database.read((reader) => {
      this.#scan(reader, context)
      return this.#dueAt(now, reader)
    })
    const told = this.#digest !== null && this.#digest <= now ? await this.#giveDigest(due, context) : []
    const others = due.filter((one) => !told.includes(one))
    if (others.length > 0) await this.#giveReminders(others, now, context)
  }

  async #giveReminders(due: DueReminder[], now: number, context: Context): Promise<void> {
    const late = due.some(({ moment }) => now - moment > onTime)
    const batches = due.length > givenSingly || (late && due.length > 1) ? [due] : due.map((one) => [one])
    for (const reminder of await this.#options.database.read((reader) => batches.map((batch) => reminderOf(batch, reader, context)))) this.#give(reminder, now)
    await this.#noteGiven(due)
  }

  /**
   * Tells the day in one reminder (practice P14); a day with nothing in it is not told. Hands back what of `due` needs no
   * reminder of its own after that.
   */
  async #giveDigest(due: DueReminder[], context: Context): Promise<DueReminder[]> {
    this.#told.clear()
    const reminder = await this.#options.database.read((reader) => {
      const digest = dayDigest(reader, context)
      for (const { touchId } of digest?.touches ?? []) this.#told.set(touchId, reminderKey(reader.get('touches', touchId) as Touch))
      return digest
    })
    if (reminder !== null) this.#give(reminder, context.now)
    this.#digest = null
    this.#options.settings.change({ digestedOn: context.today })
    const told = due.filter((one) => this.#told.has(one.touch.id) && isToldByDay(one, context))
    if (told.length > 0) await this.#noteGiven(told)
    return told
  }

  #give(reminder: ReminderText, now: number): void {
    // The clock may have been set back since.
    const silent = Math.abs(now - this.#lastSound) < soundPause
    if (!silent) this.#lastSound = now
    this.#options.give({ ...reminder, silent })
  }

  /** Works the moments out anew when the date, the zone or the person's choices changed. */
  #scan(reader: Reader, context: Context): void {
    const { today, zone, settings } = context
    const { startOfDay, endOfDay, workingDays, reminders: choices, response, digestedOn } = settings
    const by = JSON.stringify([today, zone, startOfDay, endOfDay, workingDays, choices, response])
    if (by === this.#scannedBy) return
    this.#scannedBy = by
    this.#horizon = addDays(today, horizonDays)
    const policy: ReminderPolicy = { zone, startOfDay, endOfDay, work: workDays(reader, context), choices, response }
    this.#policy = policy
    this.#digest = digestedOn === today ? null : digestMoment(today, policy)
    this.#moments.clear()
    this.#earliest = null
    for (const touch of reader.all('touches')) if (touch.state === 'due') this.#note(touch.id, reader)
  }

  #note(id: string, reader: Reader): void {
    const known = this.#moments.get(id)
    const touch = reader.get('touches', id)
    const next = touch === undefined ? null : this.#nextOf(touch, reader)
    if (next === null) this.#moments.delete(id)
    else this.#moments.set(id, next)
    if (this.#earliest === null) return
    if (next !== null && next.moment <= this.#earliest) this.#earliest = next.moment
    else if (known?.moment === this.#earliest) this.#earliest = null
  }

  #nextOf(touch: Touch, reader: Reader): ReminderMoment | null {
    if (touch.state !== 'due' || this.#policy === null) return null
    if (touch.snoozedUntil === null && touch.due.date > this.#horizon) return null
    const given = this.#givenFor(touch) ?? touch.remindedFor
    const since = waitingSince(touch, reader, this.#policy)
    // Of most that are overdue it is known without a look at zones that they were reminded of.
    if (since === null && covers(given, reminderKey(touch))) return null
    return nextReminder(reminderMoments(touch, this.#policy, since), given)
  }

  /** What was given for the touch as it stands; null when that was for another due, or nothing. */
  #givenFor(touch: Touch): string | null {
    const given = this.#given.get(touch.id) ?? null
    return covers(given, reminderKey(touch)) ? given : null
  }

  /** Whether what the reminder was given for, or the digest told of, no longer stands. */
  #isOver(id: string, touch: Touch | undefined): boolean {
    const told = this.#told.get(id)
    if (told === undefined && !this.#given.has(id)) return false
    if (touch?.state !== 'due') return true
    return told === undefined ? this.#givenFor(touch) === null : told !== reminderKey(touch)
  }

  /** What is due now. Each is looked at once more: its lead may have been answered, or put to rest. */
  #dueAt(now: number, reader: Reader): DueReminder[] {
    const due: DueReminder[] = []
    for (const [id, { moment }] of this.#moments) {
      if (moment > now) continue
      this.#note(id, reader)
      const touch = reader.get('touches', id)
      const next = this.#moments.get(id)
      if (touch && next && next.moment <= now) due.push({ touch, ...next })
    }
    return due.toSorted((a, b) => a.moment - b.moment)
  }

  async #noteGiven(due: DueReminder[]): Promise<void> {
    for (const { touch, key } of due) {
      this.#given.set(touch.id, key)
      this.#told.delete(touch.id)
      this.#moments.delete(touch.id)
    }
    this.#earliest = null
    await this.#options.database.transact('remind', false, (transaction) => {
      for (const { touch, key } of due) {
        if (transaction.get('touches', touch.id)) transaction.change('touches', touch.id, { remindedFor: key })
      }
    })
  }
}

/** The touches that a transaction changed, and all of an inbound lead that it concerns: only those wait for an answer. */
function touchesConcerned({ changes }: JournalEntry, reader: Reader): Set<string> {
  const ids = new Set<string>()
  const leads = new Set<string>()
  for (const { table, id, before } of changes) {
    if (table === 'touches') ids.add(id)
    const leadId = table === 'leads' ? id : table === 'touches' ? (reader.get('touches', id)?.leadId ?? before?.['leadId']) : undefined
    const lead = typeof leadId === 'string' ? reader.get('leads', leadId) : undefined
    if (lead?.inbound === true || (table === 'leads' && before?.['inbound'] === true)) leads.add(leadId as string)
  }
  for (const leadId of leads) for (const { id } of reader.where('touches', 'leadId', leadId)) ids.add(id)
  return ids
}

/** Since when the inbound lead of its next touch waits for a first answer, in milliseconds; null for any other touch. */
function waitingSince(touch: Touch, reader: Reader, { zone }: ReminderPolicy): number | null {
  const lead = reader.get('leads', touch.leadId)
  if (!lead?.inbound || stageOf(reader, lead.stageId).kind !== 'open') return null
  const touches = reader.where('touches', 'leadId', lead.id)
  if (firstResponse(lead, touches) !== null || nextTouch(touches, zone)?.id !== touch.id) return null
  return Date.parse(lead.createdAt)
}

/** When the digest of a date comes, in milliseconds; null when none is wanted on that day. */
function digestMoment(date: LocalDate, policy: ReminderPolicy): number | null {
  const { digestAt, daysOff } = policy.choices
  if (digestAt === null || (!daysOff && !policy.work.isWorkingDay(date))) return null
  return outOfQuiet(instantOf(date, digestAt, policy.zone), policy)
}

function pausedUntil({ remindersPausedUntil }: Settings): number {
  return remindersPausedUntil === null ? -Infinity : Date.parse(remindersPausedUntil)
}

/**
 * Whether it is enough to tell of a touch with its day: a whole day, or what is over. What is still to come, or was asked
 * for just now, is not.
 */
function isToldByDay({ touch: { due, snoozedUntil }, moment }: DueReminder, { now, zone, settings }: Context): boolean {
  const isWholeDay = due.time === null && snoozedUntil === null
  return isWholeDay || now - Math.max(moment, dueInstant(due, settings.startOfDay, zone)) > onTime
}
