import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { localDateAt, timeOfDayAt } from '../../shared/dates.ts'
import { startWebShell, type WebShell } from './web-shell.ts'

/*
 * Reminders by the notifications of the browser. Headless browsers show none, so a stand-in writes them down.
 */

interface Shown {
  title: string
  closed: boolean
  click(): void
}

/** Puts the stand-in into a page before anything else runs in it. */
function standIn() {
  const shown: Shown[] = []
  class Recorded extends EventTarget implements Shown {
    static permission: NotificationPermission = 'default'
    static asked = 0
    static async requestPermission(): Promise<NotificationPermission> {
      Recorded.asked += 1
      Recorded.permission = 'granted'
      return Recorded.permission
    }
    title: string
    closed = false
    constructor(title: string) {
      super()
      this.title = title
      shown.push(this)
    }
    close() {
      this.closed = true
    }
    click() {
      this.dispatchEvent(new Event('click'))
    }
  }
  Object.assign(window, { Notification: Recorded, shown })
}

const asked = (page: Page) => page.evaluate(() => (window.Notification as unknown as { asked: number }).asked)
const shownIn = (page: Page) => page.evaluate(() => (window as unknown as { shown: Shown[] }).shown.map(({ title, closed }) => `${title}${closed ? ' (closed)' : ''}`))
const clickLatest = (page: Page) => page.evaluate(() => (window as unknown as { shown: Shown[] }).shown.at(-1)?.click())

let folder: string
let shell: WebShell
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-notifications-'))
})
test.afterEach(async () => {
  await shell.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The page of a web shell that finds programs nowhere but in `path`. */
async function start(page: Page, path: string) {
  shell = await startWebShell(join(folder, 'data'), [], { PATH: path })
  await page.addInitScript(standIn)
  await page.goto(shell.address)
  await expect(page.getByRole('main')).toBeVisible()
}

/** A lead that is to be called now, and the touch that says so. */
async function aCallDueNow(name: string): Promise<string> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const now = Date.now()
  const due = { date: localDateAt(now, zone), time: timeOfDayAt(now, zone), zone }
  const { leadId } = await shell.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: null, next: { channel: 'call', purpose: '', due } })
  return (await shell.call('getLead', { id: leadId })).touches[0]?.id ?? ''
}

test('the browser shows reminders once the person allowed it by a press, takes them back, and opens their lead', async ({ page }) => {
  await start(page, folder)
  // The first reminder offers it, and nothing asks by itself.
  await aCallDueNow('Priya Nair')
  const card = page.getByRole('alert', { name: 'Call: Priya Nair' })
  await expect(card.getByRole('button', { name: 'Show reminders outside this page too' })).toBeVisible()
  expect([await asked(page), await shownIn(page)]).toEqual([0, []])

  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByRole('button', { name: 'Allow notifications' }).click()
  await expect(page.getByText('Your browser shows reminders while this page is open.')).toBeVisible()
  expect(await asked(page)).toBe(1)

  const tom = await aCallDueNow('Tom Ferris')
  await expect.poll(() => shownIn(page)).toEqual(['Call: Tom Ferris'])
  await shell.call('snoozeTouch', { id: tom, minutes: 15 })
  await expect.poll(() => shownIn(page)).toEqual(['Call: Tom Ferris (closed)'])

  await aCallDueNow('Ines Duarte')
  await expect.poll(() => shownIn(page)).toHaveLength(2)
  await clickLatest(page)
  await expect(page.getByRole('heading', { name: 'Ines Duarte', level: 1 })).toBeVisible()
  await expect(page.getByRole('alert', { name: 'Call: Ines Duarte' })).toHaveCount(0)
  expect((await shownIn(page)).at(-1)).toBe('Call: Ines Duarte (closed)')
})

test('the browser keeps still where the desktop shows reminders already', async ({ page }) => {
  test.skip(process.platform !== 'linux', 'notify-send is a program of Linux desktops')
  const program = join(folder, 'notify-send')
  await writeFile(program, '#!/bin/sh\nexit 0\n')
  await chmod(program, 0o755)
  await start(page, folder)
  await page.evaluate(() => Notification.requestPermission())
  await aCallDueNow('Priya Nair')
  await expect(page.getByRole('alert', { name: 'Call: Priya Nair' })).toBeVisible()
  expect(await shownIn(page)).toEqual([])
  await page.evaluate(() => (location.hash = '#/settings'))
  await expect(page.getByRole('heading', { name: 'Reminders' })).toBeVisible()
  await expect(page.getByText('Notifications of the browser')).toHaveCount(0)
})
