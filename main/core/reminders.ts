import { addDays, type LocalDate } from '../../shared/dates.ts'
import { contactName } from '../../shared/contact.ts'
import { words } from '../../shared/strings/words.ts'
import { reminderKey, reminderMoment, type Touch } from '../../shared/touch.ts'
import type { Database } from './database/database.ts'
import type { JournalEntry } from './database/journal.ts'
import type { Reader } from './database/store.ts'
import type { Context } from './handlers.ts'
import type { Clock, Log, ReminderNotification } from './host.ts'
import { contactOf, leadOf } from './look-up.ts'

/** The clock is looked at this often, whatever the next moment: it may have been set, or the computer slept. */
const clockCheck = 60_000
/** Touches due within so many days have a moment in memory; the others are looked at when the date changes. */
const horizonDays = 2
/** Names in a digest. */
const namesShown = 3
/** More reminders at once than this, or several that come later than this (milliseconds), are one digest. */
const givenSingly = 3
const onTime = 120_000

interface DueReminder {
  touch: Touch
  moment: number
}

export interface RemindersOptions {
  database: Database
  clock: Clock
  log: Log
  context: () => Context
  /** Shows a reminder: to the operating system and to the page. */
  give: (reminder: ReminderNotification) => void
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
  /** Touch → when it reminds, for those within the horizon whose reminder was not yet given. */
  #moments = new Map<string, number>()
  /** Touch → what its reminder was given for; holds even when the disk refused to note it. */
  readonly #given = new Map<string, string>()
  #scannedOn: LocalDate | null = null
  #horizon: LocalDate = ''
  #zone = ''
  #startOfDay = ''
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
      .then(async () => this.#check())
      .catch((error: unknown) => this.#options.log.error('the reminder check failed', error))
      .finally(() => this.#arm())
    await this.#checking
  }

  /** Forgets what is in memory and looks at everything anew: the data was replaced. */
  async reset(): Promise<void> {
    this.#scannedOn = null
    const given = [...this.#given.keys()]
    this.#given.clear()
    this.#options.over(given)
    await this.wake()
  }

  /** Takes a transaction into account: only the touches it changed are looked at again. */
  noteChange(entry: JournalEntry, reader: Reader): void {
    const touches = entry.changes.filter(({ table }) => table === 'touches')
    if (touches.length === 0 || this.#scannedOn === null) return
    for (const { id } of touches) this.#note(id, reader.get('touches', id))
    const over = touches.map(({ id }) => id).filter((id) => this.#isOver(id, reader.get('touches', id)))
    if (over.length > 0) this.#options.over(over)
    this.#arm()
  }

  #arm(): void {
    this.#cancel()
    if (!this.#running) return
    let next = Infinity
    for (const moment of this.#moments.values()) next = Math.min(next, moment)
    const wait = Math.min(Math.max(next - this.#options.clock.now(), 0), clockCheck)
    this.#cancel = this.#options.clock.after(wait, async () => this.wake())
  }

  async #check(): Promise<void> {
    const { database, clock, give } = this.#options
    if (database.status !== 'open') return
    const context = this.#options.context()
    const due = await database.read((reader) => {
      this.#scan(reader, context)
      return this.#dueAt(clock.now(), reader)
    })
    if (due.length === 0) return
    const late = due.some(({ moment }) => clock.now() - moment > onTime)
    const digest = due.length > givenSingly || (late && due.length > 1)
    const batches = digest ? [due] : due.map((one) => [one])
    for (const reminder of await database.read((reader) => batches.map((batch) => reminderOf(batch, reader, context)))) give(reminder)
    await this.#noteGiven(due)
  }

  #scan(reader: Reader, context: Context): void {
    const date = context.today
    const { startOfDay } = context.settings
    if (date === this.#scannedOn && context.zone === this.#zone && startOfDay === this.#startOfDay) return
    this.#scannedOn = date
    this.#horizon = addDays(date, horizonDays)
    this.#zone = context.zone
    this.#startOfDay = startOfDay
    this.#moments.clear()
    for (const touch of reader.all('touches')) this.#note(touch.id, touch)
  }

  #note(id: string, touch: Touch | undefined): void {
    const moment = touch === undefined ? null : this.#momentOf(touch)
    if (moment === null) this.#moments.delete(id)
    else this.#moments.set(id, moment)
  }

  /** Whether what the reminder was given for no longer stands. */
  #isOver(id: string, touch: Touch | undefined): boolean {
    const given = this.#given.get(id)
    return given !== undefined && (touch?.state !== 'due' || reminderKey(touch) !== given)
  }

  #momentOf(touch: Touch): number | null {
    const key = reminderKey(touch)
    if (touch.state !== 'due' || touch.remindedFor === key || this.#given.get(touch.id) === key) return null
    if (touch.snoozedUntil === null && touch.due.date > this.#horizon) return null
    return reminderMoment(touch, { zone: this.#zone, startOfDay: this.#startOfDay })
  }

  #dueAt(now: number, reader: Reader): DueReminder[] {
    const due = [...this.#moments].filter(([, moment]) => moment <= now).toSorted((a, b) => a[1] - b[1])
    return due.flatMap(([id, moment]) => {
      const touch = reader.get('touches', id)
      return touch ? [{ touch, moment }] : []
    })
  }

  async #noteGiven(due: DueReminder[]): Promise<void> {
    for (const { touch, moment } of due) {
      this.#given.set(touch.id, reminderKey(touch))
      if (this.#moments.get(touch.id) === moment) this.#moments.delete(touch.id)
    }
    await this.#options.database.transact('remind', false, (transaction) => {
      for (const { touch } of due) {
        if (transaction.get('touches', touch.id)) transaction.change('touches', touch.id, { remindedFor: reminderKey(touch) })
      }
    })
  }
}

function reminderOf(due: DueReminder[], reader: Reader, { settings }: Context): ReminderNotification {
  const touches = due.map(({ touch }) => touch)
  const about = touches.map(({ id, leadId }) => ({ touchId: id, leadId }))
  const names = touches.map((touch) => contactName(contactOf(reader, leadOf(reader, touch.leadId).contactId)))
  const [touch] = touches
  const say = words.reminders
  if (touches.length === 1 && touch) {
    const channel = words.channels[touch.channel]
    if (settings.hideNames) return { title: say.dueHidden(channel), body: say.dueNow, touches: about }
    return { title: say.due(channel, names[0] ?? ''), body: touch.purpose || say.dueNow, touches: about }
  }
  const body = settings.hideNames ? say.digestHidden : say.digestBody(names.slice(0, namesShown), names.length - namesShown)
  return { title: say.digest(touches.length), body, touches: about }
}
