import { cpSync, lstatSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReminderNotification } from '../../main/core/core.ts'
import { addDays, localDateAt, timeOfDayAt, type Due } from '../../shared/dates.ts'
import { defaultReminderChoices, reminderKey, reminderMoments, type ReminderPolicy } from '../../shared/reminder-times.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { blankTouch, type Touch } from '../../shared/touch.ts'
import { workDaysOf } from '../../shared/work-days.ts'
import { benchData, generator, writeDataFolder } from '../bench/data.ts'
import { FakeClock, temporaryFolder, testCore, type TestCore } from '../support/core.ts'

/*
 * Three years of a person's computer on a clock that is moved by hand: it works, sleeps, is switched off and killed, its
 * clock is set, it travels. Each of 10,000 touches has to be reminded of once.
 */

const begin = Date.parse('2026-01-05T07:00:00Z')
const end = begin + 3 * 365 * 86_400_000
const hour = 3_600_000
const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe']
const quiet = { from: '21:00', to: '06:30' }
const settings = { ...defaultSettings, reminders: { ...defaultReminderChoices, quiet } }

interface Given {
  at: number
  reminder: ReminderNotification
}

/** One computer's life, over all its starts. */
class Life {
  readonly given: Given[] = []
  /** Touches whose reminder was cut off before it was noted: they may come twice. */
  readonly cut = new Set<string>()
  app!: TestCore
  zone = zones[0] as string
  #clock!: FakeClock
  #killNext = false
  #copy: string | null = null

  async start(dataDir: string, now: number): Promise<void> {
    // A start gives reminders before it is over.
    this.#clock = new FakeClock(new Date(now).toISOString(), this.zone)
    this.app = await testCore({
      dataDir,
      clock: this.#clock,
      settings,
      notify: (reminder) => this.#heard(reminder),
    })
  }

  get now(): number {
    return this.#clock.now()
  }

  async restart(pause: number): Promise<void> {
    const { dataDir } = this.app
    const now = this.now + pause
    await this.app.core.stop()
    await this.start(dataDir, now)
    await this.app.clock.advance(0)
  }

  /** The next reminder is the last thing that this process does: what it should have noted never reaches the disk. */
  async killAtNextReminder(): Promise<void> {
    this.#killNext = true
    this.#copy = await temporaryFolder()
  }

  /** Goes on from what was on the disk when the process was killed. */
  async revive(): Promise<void> {
    if (this.#killNext || this.#copy === null) return
    const copy = this.#copy
    this.#copy = null
    await this.start(copy, this.now + 60_000)
    await this.app.clock.advance(0)
  }

  #heard(reminder: ReminderNotification): void {
    // A process that was killed says nothing more.
    if (this.#copy !== null && !this.#killNext) return
    this.given.push({ at: this.now, reminder })
    if (!this.#killNext || this.#copy === null) return
    cpSync(this.app.dataDir, this.#copy, { recursive: true, filter: (source) => !lstatSync(source).isSocket() })
    for (const { touchId } of reminder.touches) this.cut.add(touchId)
    this.#killNext = false
  }
}

function someTouches(leadIds: readonly string[], count: number, random: () => number): Touch[] {
  return Array.from({ length: count }, (_, index): Touch => {
    const date = addDays(localDateAt(begin, 'UTC'), 1 + Math.floor(random() * 3 * 364))
    const time = random() < 0.6 ? `${String(7 + Math.floor(random() * 13)).padStart(2, '0')}:${random() < 0.5 ? '00' : '30'}` : null
    const due: Due = time === null ? { date, time: null, zone: null } : { date, time, zone: zones[Math.floor(random() * zones.length)] as string }
    return { ...blankTouch, id: `touch-${index}`, leadId: leadIds[index % leadIds.length] as string, channel: random() < 0.5 ? 'call' : 'email', purpose: 'Ask', due, createdAt: new Date(begin).toISOString() }
  })
}

function policyIn(zone: string): ReminderPolicy {
  const { startOfDay, endOfDay, workingDays, reminders: choices, response } = settings
  return { zone, startOfDay, endOfDay, work: workDaysOf(workingDays, []), choices, response }
}

test('over three years of sleep, restarts, kills, set clocks and travels each of 10,000 touches is reminded of once, none early or in quiet hours, and never in a storm', { timeout: 600_000 }, async () => {
  const random = generator(20_260_105)
  const dataDir = await temporaryFolder()
  const data = benchData(400, begin)
  const touches = someTouches(data.leads.map(({ id }) => id), 10_000, random)
  await writeDataFolder(dataDir, { ...data, leads: data.leads.map((lead) => ({ ...lead, inbound: false })), touches, recaps: [] }, begin)
  const known = new Map(touches.map((touch) => [touch.id, touch]))
  /** Touch → what it is due for now; a touch that is dealt with before its reminder owes none. */
  const owed = new Map<string, Set<string>>(touches.map((touch) => [touch.id, new Set([reminderKey(touch)])]))
  const reminded = new Map<string, number>()

  const life = new Life()
  await life.start(dataDir, begin)
  let counted = 0
  /** Since when the computer runs without a sleep or a set clock, as far as what is looked at next goes. */
  let awakeSince = begin
  const look = () => {
    const batch = life.given.slice(counted)
    counted = life.given.length
    for (const { at, reminder } of batch) {
      const wall = timeOfDayAt(at, life.zone)
      expect(wall >= quiet.to && wall < quiet.from).toBe(true)
      for (const { touchId } of reminder.touches) {
        const touch = known.get(touchId) as Touch
        const [first] = reminderMoments(touch, policyIn(life.zone))
        if (first) expect(at).toBeGreaterThanOrEqual(first.moment)
        // Awake for longer than it takes to look at the clock, it is on time, but for what waits for the end of the quiet hours.
        if (first && at > awakeSince + 60_000 && wall !== quiet.to) expect(at).toBeLessThanOrEqual(first.moment + 1000)
        const name = `${touchId} ${reminderKey(touch)}`
        reminded.set(name, (reminded.get(name) ?? 0) + 1)
      }
    }
    // At one moment there are at most three single reminders, or one digest.
    for (const at of new Set(batch.map((given) => given.at))) {
      const together = batch.filter((given) => given.at === at)
      const digests = together.filter(({ reminder }) => reminder.touches.length > 1)
      expect(together.length).toBeLessThanOrEqual(digests.length > 0 ? 1 : 3)
    }
  }

  while (life.now < end) {
    const dice = random()
    awakeSince = dice < 0.4 ? life.now : Infinity
    if (dice < 0.4) await life.app.clock.advance(random() * 1.5 * hour)
    else if (dice < 0.75) {
      life.app.clock.jump(new Date(life.now + random() * 100 * hour).toISOString())
      if (random() < 0.5) await life.app.core.wake()
      else await life.app.clock.advance(60_000)
    } else if (dice < 0.8) {
      life.app.clock.jump(new Date(life.now - random() * 3 * hour).toISOString())
      await life.app.clock.advance(60_000)
    } else if (dice < 0.815) await life.restart(random() * 20 * hour)
    else if (dice < 0.825) await life.killAtNextReminder()
    else if (dice < 0.84) {
      look()
      life.zone = zones[Math.floor(random() * zones.length)] as string
      life.app.clock.travel(life.zone)
      await life.app.clock.advance(60_000)
    } else {
      const touch = known.get(`touch-${Math.floor(random() * touches.length)}`) as Touch
      if (touch.state === 'due') {
        look()
        await changeTouch(life, touch, random, known, owed)
      }
    }
    look()
    awakeSince = Infinity
    await life.revive()
    look()
  }
  // Whatever is still to come, and whatever waits for the end of the quiet hours.
  for (let halfDay = 0; halfDay < 80; halfDay += 1) {
    life.app.clock.jump(new Date(life.now + 12 * hour).toISOString())
    await life.app.clock.advance(60_000)
    await life.revive()
    look()
  }

  const wrong = [...owed].flatMap(([id, keys]) =>
    [...keys].flatMap((key) => {
      const times = reminded.get(`${id} ${key}`) ?? 0
      return times === 1 || (times === 2 && life.cut.has(id)) ? [] : [`${id} ${key}: ${times}`]
    }),
  )
  expect(wrong).toEqual([])
  expect([...owed.values()].filter((keys) => keys.size > 0).length).toBeGreaterThan(9000)
  expect(life.cut.size).toBeGreaterThan(5)
  const sounds = life.given.filter(({ reminder }) => !reminder.silent).map(({ at }) => at)
  expect(sounds.filter((at, index) => index > 0 && Math.abs(at - (sounds[index - 1] as number)) < 60_000).length).toBeLessThanOrEqual(life.cut.size)
})

/** Puts a touch off, moves it or cancels it; its reminder is then owed for what it is due for afterwards. */
async function changeTouch(life: Life, touch: Touch, random: () => number, known: Map<string, Touch>, owed: Map<string, Set<string>>): Promise<void> {
  const dice = random()
  const { app } = life
  const isGiven = (await app.call('getLead', { id: touch.leadId })).touches.find(({ id }) => id === touch.id)?.remindedFor === reminderKey(touch)
  const keys = owed.get(touch.id) as Set<string>
  // What was not reminded of yet is no longer owed.
  if (!isGiven) keys.delete(reminderKey(touch))
  const changed =
    dice < 0.4
      ? await app.call('snoozeTouch', { id: touch.id, minutes: 1 + Math.floor(random() * 3000) })
      : dice < 0.8
        ? await app.call('editTouch', { id: touch.id, changes: { due: { date: addDays(localDateAt(life.now, life.zone), 2 + Math.floor(random() * 30)), time: null, zone: null } } })
        : await app.call('cancelTouch', { id: touch.id })
  known.set(touch.id, changed)
  if (changed.state === 'due') keys.add(reminderKey(changed))
}
