import type { Locator, Page } from '@playwright/test'
import { addDays, localDateAt } from '../../shared/dates.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

function inDays(days: number): string {
  return addDays(localDateAt(Date.now(), zone), days)
}

async function aLead(app: App, name: string): Promise<string> {
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: 'contacted', next: null })
  return leadId
}

async function go(page: Page, place: string, title: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${place}`)
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

function row(page: Page, what: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^(I|They) will ${what}`) })
}

test('the ledger of promises is worked through by keyboard', async ({ app }) => {
  const { page } = app
  const leadId = await aLead(app, 'Ada')
  await go(page, '/promises', 'Promises')
  await expect(page.getByRole('heading', { name: 'No promises yet' })).toBeVisible()
  await expectAccessible(app)
  for (const [side, what, days] of [['mine', 'Send the offer', -2], ['theirs', 'Share the figures', 0], ['mine', 'Call their architect', 3], ['theirs', 'Decide', 30]] as const) {
    await app.call('addPromise', { leadId, side, what, by: inDays(days) })
  }
  await expect(row(page, 'Send the offer')).toContainText('2 days late')
  await row(page, 'Send the offer').focus()
  await page.keyboard.press('k')
  await expect(page.getByText('Kept: Send the offer')).toBeVisible()
  // The row that follows has the keys.
  await expect(row(page, 'Share the figures')).toBeFocused()
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'New day' })).toBeFocused()
  await page.keyboard.type('in 2 weeks')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Moved to .*: Share the figures$/)).toBeVisible()
  await expect(row(page, 'Share the figures')).toContainText('moved once')
  await expect(row(page, 'Share the figures')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('x')
  await expect(page.getByText('Let go: Call their architect')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 'Call their architect')).toBeVisible()
  await row(page, 'Decide').focus()
  await page.keyboard.press('b')
  await expect(page.getByText('Broken: Decide')).toBeVisible()
  await page.getByText('All', { exact: true }).click()
  await expect(page.getByRole('region', { name: 'Settled' }).getByRole('listitem')).toHaveCount(2)
  await expectAccessible(app)

  await row(page, 'Share the figures').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ada', level: 1 })).toBeVisible()
  const { promises } = await app.call('getLead', { id: leadId })
  expect(promises.map(({ what, state, by }) => [what, state, by])).toEqual([
    ['Call their architect', 'open', inDays(3)],
    ['Share the figures', 'open', inDays(14)],
    ['Decide', 'broken', inDays(30)],
    ['Send the offer', 'kept', inDays(-2)],
  ])
})

test('promises and questions are written down on the page of their lead, by keyboard', async ({ app }) => {
  const { page } = app
  const leadId = await aLead(app, 'Ada')
  await go(page, `/lead/${leadId}`, 'Ada')
  const promises = page.getByRole('region', { name: 'Promises' })
  const questions = page.getByRole('region', { name: 'Questions' })
  await page.keyboard.press('p')
  await expect(page.getByRole('textbox', { name: 'What', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Say what was promised.')).toBeVisible()
  await page.keyboard.type('Send the offer')
  await page.keyboard.press('Tab')
  await page.keyboard.type('whenever')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/That names no day/)).toBeVisible()
  await page.getByRole('textbox', { name: 'By when' }).fill('tomorrow')
  await page.keyboard.press('Enter')
  await expect(promises.getByRole('listitem')).toContainText(['Send the offer'])
  await expect(promises.getByRole('listitem')).toContainText(['tomorrow'])
  await expect(page.getByRole('button', { name: 'Add promise' })).toBeFocused()

  await page.keyboard.press('q')
  await expect(page.getByRole('textbox', { name: 'What they want to know' })).toBeFocused()
  await page.keyboard.type('Does it run on a Mac?')
  await page.keyboard.press('Enter')
  await questions.getByRole('button', { name: 'Answer: Does it run on a Mac?' }).click()
  await expect(page.getByRole('textbox', { name: 'What you answered' })).toBeFocused()
  await page.keyboard.type('On all of them')
  await expectAccessible(app)
  await page.keyboard.press('Enter')
  await expect(questions.getByRole('listitem')).toHaveCount(0)
  await questions.getByRole('button', { name: '1 answered' }).click()
  await expect(questions.getByText('On all of them')).toBeVisible()

  // The palette asks for whom, then the form is open.
  const oneResult = page.getByRole('status').filter({ hasText: '1 result' })
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('searchbox', { name: 'Search or do…' })).toBeFocused()
  await page.keyboard.type('add a promise')
  await expect(page.getByRole('option')).toHaveText([/Add a promise for/])
  await expect(oneResult).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Whom is it with?' })).toHaveValue('')
  await page.keyboard.type('Ada')
  await expect(oneResult).toBeAttached()
  await page.keyboard.press('Enter')
  await page.getByText('They will', { exact: true }).click()
  await page.getByRole('textbox', { name: 'What', exact: true }).fill('Send the plan')
  await page.keyboard.press('Enter')
  await expect(promises.getByRole('listitem')).toHaveCount(2)
  await app.restart()
  await go(app.page, `/lead/${leadId}`, 'Ada')
  await expect(app.page.getByRole('region', { name: 'Promises' }).getByRole('listitem')).toHaveCount(2)
})

test('what is open with somebody is settled at the touch with them', async ({ app }) => {
  const { page } = app
  const leadId = await aLead(app, 'Ada')
  const { id } = await app.call('addPromise', { leadId, side: 'theirs', what: 'Share the figures', by: inDays(-1) })
  await app.call('askAboutPromise', { id })
  await app.call('addQuestion', { leadId, text: 'Does it run on a Mac?' })
  await go(page, `/lead/${leadId}`, 'Ada')
  await page.keyboard.press('d')
  const open = page.getByRole('region', { name: 'Still open with them' })
  await expect(open.getByRole('listitem').first()).toContainText('This touch asks about it')
  await expectAccessible(app)
  await open.getByRole('button', { name: 'Kept' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept: Share the figures')).toBeVisible()
  await expect(open.getByRole('button', { name: 'Open again' })).toBeFocused()
  await open.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByRole('textbox', { name: 'What you answered' })).toBeFocused()
  await page.keyboard.type('On all of them')
  await page.keyboard.press('Enter')
  await expect(open.getByText('On all of them')).toBeVisible()
  // The form of the touch is still there, with all that was settled at it.
  await page.getByText('Talked').click()
  await page.getByRole('button', { name: 'Done and schedule' }).click()
  await expect(page.getByText('Ada: done.')).toBeVisible()
  const lead = await app.call('getLead', { id: leadId })
  expect(lead.promises).toMatchObject([{ state: 'kept' }])
  expect(lead.questions).toMatchObject([{ answer: 'On all of them' }])
  expect(lead.touches).toMatchObject([{ state: 'due', promiseId: null }, { state: 'done', outcome: 'talked', promiseId: id }])
})
