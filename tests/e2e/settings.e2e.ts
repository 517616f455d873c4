import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

async function goToSettings(page: Page) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/settings`)
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
}

test('choices are kept as they are made, and are there after a restart', async ({ app }) => {
  const { page } = app
  await goToSettings(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('Elena Brandt')
  await page.getByRole('textbox', { name: 'Signature' }).fill('Weberei Nord\n+49 30 1234')
  await expect(page.getByRole('figure')).toContainText('Best, Elena Brandt Weberei Nord +49 30 1234')
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByText('Hide names in reminders').click()

  await page.getByRole('combobox', { name: 'Time zone' }).click()
  await page.keyboard.type('kolk')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => app.call('getSettings', {})).toMatchObject({
    name: 'Elena Brandt',
    signature: 'Weberei Nord\n+49 30 1234',
    theme: 'dark',
    hideNames: true,
    zone: 'Asia/Kolkata',
  })
  await app.restart()
  await goToSettings(app.page)
  await expect(app.page.getByRole('textbox', { name: 'Name' })).toHaveValue('Elena Brandt')
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('working time is kept as it is chosen, and a day that ends before it begins is told and not kept', async ({ app }) => {
  const { page } = app
  await goToSettings(page)
  const time = page.getByRole('region', { name: 'Time', exact: true })
  await time.getByRole('button', { name: 'Saturday' }).click()
  await time.getByRole('button', { name: 'Monday' }).press('Space')
  await time.getByRole('textbox', { name: 'Touches a day, at most' }).fill('8')
  await page.keyboard.press('Tab')
  await expect.poll(() => app.call('getSettings', {})).toMatchObject({ workingDays: [2, 3, 4, 5, 6], dailyLoad: 8 })

  await time.getByRole('group', { name: 'Day ends' }).getByRole('spinbutton', { name: /hour/ }).focus()
  await page.keyboard.type('4')
  await time.getByRole('group', { name: 'Day ends' }).getByRole('spinbutton', { name: /^AM/ }).press('a')
  await expect(time.getByRole('alert')).toHaveText('The day ends before it begins. Choose a later end, and both are kept.')
  expect(await app.call('getSettings', {})).toMatchObject({ startOfDay: '09:00', endOfDay: '16:00' })
  await time.getByRole('group', { name: 'Day begins' }).getByRole('spinbutton', { name: /hour/ }).focus()
  await page.keyboard.type('3')
  await expect(time.getByRole('alert')).toBeHidden()
  await expect.poll(() => app.call('getSettings', {})).toMatchObject({ startOfDay: '03:00', endOfDay: '04:00' })
})

test('dates, clock and week are written as chosen, in texts and in fields', async ({ app }) => {
  const { page } = app
  await app.call('addLead', { contact: { name: 'Jane Doe' }, contactId: null, lead: {}, stageId: null, next: { channel: 'call', purpose: '', due: { date: '2199-12-31', time: '14:30', zone: 'UTC' } } })
  await app.call('changeSettings', { zone: 'UTC' })
  await goToSettings(page)
  const choose = async (what: string, option: RegExp) => {
    await page.getByRole('button', { name: new RegExp(what) }).click()
    await page.getByRole('option', { name: option }).click()
  }
  await choose('Dates', /^Day first/)
  await choose('Clock', /^24 hours/)
  await choose('Weeks begin on', /^Monday/)
  await expect(page.getByRole('region', { name: 'Time', exact: true }).getByRole('group', { name: 'Day ends' })).toContainText('17:00')
  await expect(page.getByRole('toolbar', { name: 'Working days' }).getByRole('button').first()).toHaveAccessibleName('Monday')
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/board`)
  await expect(page.getByText('31 Dec 2199 14:30')).toBeVisible()
})

test('public holidays come out of a calendar file once, and days off are changed and deleted with undo', async ({ app }) => {
  const { page } = app
  await goToSettings(page)
  const daysOff = page.getByRole('region', { name: 'Days off' })
  const choose = async (name: string, buffer?: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await daysOff.getByRole('button', { name: 'Import a calendar file' }).click()
    const file = join(import.meta.dirname, '../fixtures/calendars', name)
    await (await chooser).setFiles(buffer ? { name, mimeType: 'text/calendar', buffer } : file)
  }
  await choose('apple.ics')
  const dialog = page.getByRole('dialog', { name: 'Import days off' })
  await expect(dialog).toContainText(/\d new/)
  await expectAccessible(app)
  await dialog.getByRole('checkbox', { name: 'Thanksgiving' }).first().uncheck()
  await dialog.getByRole('button', { name: /^Add \d+$/ }).click()
  await expect(page.getByText(/entries added to your days off/)).toBeVisible()
  const added = await app.call('getDaysOff', {})
  await choose('apple.ics')
  await expect(dialog).toContainText(`1 new, ${added.length} already there.`)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await choose('nonsense.ics', Buffer.from('lorem ipsum '.repeat(80_000)))
  await expect(page.getByText('That file is no calendar file, or is damaged.')).toBeVisible()
  expect(await app.call('getDaysOff', {})).toEqual(added)

  await daysOff.getByRole('button', { name: /^Edit Independence Day/ }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).last().fill('The Fourth')
  await page.keyboard.press('Enter')
  await daysOff.getByRole('button', { name: /^Delete The Fourth/ }).click()
  await expect(daysOff.getByText('The Fourth')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(daysOff.getByText('The Fourth')).toBeVisible()
})

test('a backup is made, and going back to it asks first and brings everything back', async ({ app }) => {
  const { page } = app
  await app.call('addLead', { contact: { name: 'Jane Doe' }, contactId: null, lead: {}, stageId: null, next: null })
  await goToSettings(page)
  await page.getByRole('button', { name: 'Make backup now' }).click()
  await expect(page.getByText('Backup made.')).toBeVisible()
  await app.call('addLead', { contact: { name: 'Later' }, contactId: null, lead: {}, stageId: null, next: null })

  await page.getByRole('button', { name: /^Restore the backup of/ }).first().click()
  await expect(page.getByRole('alertdialog', { name: 'Go back to this backup?' })).toBeVisible()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('The backup is back.')).toBeVisible()
  await expect.poll(async () => (await app.call('getPeople', {})).map((person) => person.name)).toEqual(['Jane Doe'])
})

test('sample data comes and goes', async ({ app }) => {
  const { page } = app
  await goToSettings(page)
  await page.getByRole('button', { name: 'Add sample data' }).click()
  await expect(page.getByRole('button', { name: 'Remove sample data' }).first()).toBeVisible()
  await page.getByRole('region', { name: 'Data' }).getByRole('button', { name: 'Remove sample data' }).click()
  await expect(page.getByRole('button', { name: 'Add sample data' })).toBeVisible()
  expect(await app.call('getPeople', {})).toEqual([])
})

test('the settings can be used by everybody, in light and dark', async ({ app }) => {
  await goToSettings(app.page)
  await app.page.getByRole('button', { name: 'Make backup now' }).click()
  await expect(app.page.getByText('Backup made.')).toBeVisible()
  await expectAccessible(app)
})

test('reminders are chosen by channel and paused, and the window says so until they go on', async ({ app }) => {
  const { page } = app
  await goToSettings(page)
  await page.getByRole('button', { name: /Call$/ }).click()
  await page.getByRole('option', { name: 'An hour before' }).click()
  await expect.poll(async () => (await app.call('getSettings', {})).reminders.before.call).toBe(60)
  await page.getByRole('button', { name: 'Pause until tomorrow' }).click()
  const banner = page.getByRole('status').filter({ hasText: /^Reminders are paused until/ })
  await expect(banner).toBeVisible()
  await banner.getByRole('button', { name: 'Resume now' }).click()
  await expect(banner).toHaveCount(0)
  await expect.poll(async () => (await app.call('getSettings', {})).remindersPausedUntil).toBeNull()
})
