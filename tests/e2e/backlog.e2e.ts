import { addDays, localDateAt } from '../../shared/dates.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

const today = () => localDateAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Somebody back from a while away: works every day, three touches on each, and six of them waited. */
async function backFromAway(app: App): Promise<void> {
  await app.call('changeSettings', { dailyLoad: 3, workingDays: [1, 2, 3, 4, 5, 6, 7] })
  for (const [index, name] of ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'].entries()) {
    const next = { channel: 'call', purpose: '', due: { date: addDays(today(), -5 - index), time: null, zone: null } } as const
    await app.call('addLead', { contact: { name }, contactId: null, lead: { value: { amount: 1000 * (index + 1), currency: 'EUR' } }, stageId: null, next })
  }
  const page = app.page.url().split('#', 1)[0] ?? ''
  await app.page.goto(`${page}#/today`)
  await expect(app.page.getByText('6 touches waited while you were away.')).toBeVisible()
}

test('what waited is spread anew in one preview, by keyboard, with one undo', async ({ app }) => {
  const { page } = app
  await backFromAway(app)
  await page.getByRole('button', { name: 'Spread them anew…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Back again' })
  await expect(dialog.getByRole('region')).toHaveCount(2)
  await expect(dialog.getByRole('region').first()).toContainText(/3 of 3.*Finn.*10 days late.*today.*Worth €6k/s)
  await expectAccessible(app)
  await dialog.getByRole('checkbox', { name: 'Move Ada' }).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('region').last()).toContainText('2 of 3')
  await dialog.getByRole('button', { name: 'Accept 5' }).press('Enter')
  await expect(page.getByText('5 touches have a new date')).toBeVisible()
  await expect(dialog).toBeHidden()
  expect((await app.call('getBacklog', {})).waiting).toBe(1)
  await expect(page.getByText('6 touches waited while you were away.')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('6 touches waited while you were away.')).toBeVisible()
  expect((await app.call('getBacklog', {})).waiting).toBe(6)
})

test('put off, the offer stays quiet for the day', async ({ app }) => {
  const { page } = app
  await backFromAway(app)
  await page.getByRole('button', { name: 'Spread them anew…' }).click()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByText('6 touches waited while you were away.')).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: /^Finn/ })).toBeVisible()
  await expect(page.getByText('6 touches waited while you were away.')).toBeHidden()
  expect((await app.call('getBacklog', {})).waiting).toBe(6)
})
