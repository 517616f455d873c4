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
  expect((await app.call('getPeople', {})).map((person) => person.name)).toEqual(['Jane Doe'])
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
