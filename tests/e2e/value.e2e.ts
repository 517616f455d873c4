import type { Page } from '@playwright/test'
import { addDays, localDateAt } from '../../shared/dates.ts'
import { blankValue } from '../../shared/value.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

const today = localDateAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)

async function open(page: Page, place: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/${place}`)
}

/** A lead with an email due today that brings nothing yet. */
async function aLead(app: App, name: string): Promise<string> {
  const next = { channel: 'email', purpose: 'Something useful', due: { date: today, time: null, zone: null } } as const
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: { needs: ['Dye lots vary from batch to batch'] }, stageId: null, next })
  return leadId
}

test('items are pasted, put right before they are added, found again, and archived with one undo', async ({ app }) => {
  const { page } = app
  await app.call('saveValueItem', { id: null, facts: { ...blankValue, kind: 'tool', title: 'Roof checklist', url: 'https://example.com/roofs', bestBefore: addDays(today, -1) } })
  await open(page, 'playbook/value')
  const list = page.getByRole('list', { name: 'Value library' })
  await expect(list.getByRole('listitem')).toHaveText(/Roof checklist.*Best before .*, passed/)
  await page.getByRole('button', { name: 'Paste items' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste items' })
  await dialog.getByLabel(/^Links, or lines/).fill('One dye lot for every batch - https://example.com/dye\nhttps://example.com/case-study/north-mill\nRoofs: http://www.example.com/roofs/?utm_source=mail')
  await expect(dialog.getByText('3 items found')).toBeVisible()
  await expect(dialog.getByText('In the library already: Roof checklist')).toBeVisible()
  await expect(dialog.getByRole('checkbox')).toHaveCount(3)
  await expect(dialog.getByRole('checkbox', { name: 'Add Roofs' })).not.toBeChecked()
  await dialog.getByRole('textbox', { name: 'Title', exact: true }).nth(1).fill('The mill in the north')
  await expectAccessible(app)
  await dialog.getByRole('button', { name: 'Add 2 items' }).click()
  await expect(page.getByText('2 items added to the library.')).toBeVisible()
  await expect(list.getByRole('heading')).toHaveText(['One dye lot for every batch', 'Roof checklist', 'The mill in the north'])
  await expectAccessible(app)

  await page.getByRole('searchbox', { name: 'Search the library' }).fill('north')
  await expect(list.getByRole('heading')).toHaveText(['The mill in the north'])
  await page.getByRole('button', { name: 'More for The mill in the north' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByText('Nothing here fits that.')).toBeVisible()
  await page.getByRole('alertdialog').filter({ hasText: 'The mill in the north archived.' }).getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('heading')).toHaveText(['The mill in the north'])

  await list.getByRole('button', { name: 'The mill in the north', exact: true }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Change the item' })
  await expectAccessible(app)
  await form.getByRole('textbox', { name: 'Answers these objections' }).fill('Too far away\nToo expensive')
  await form.getByRole('checkbox', { name: 'Proposal' }).check()
  await form.getByRole('textbox', { name: 'Title' }).press('Enter')
  await expect(page.getByText('The mill in the north saved.')).toBeVisible()
  const items = await app.call('getValueItems', {})
  expect(items.find(({ title }) => title === 'The mill in the north')).toMatchObject({ kind: 'story', objections: ['Too far away', 'Too expensive'], stageIds: ['proposal'] })
})

test('what is suggested goes along with the next touch, is told as given, and is brought again only on purpose', async ({ app }) => {
  const { page } = app
  for (const title of ['Another story', 'One dye lot for every batch']) await app.call('saveValueItem', { id: null, facts: { ...blankValue, kind: 'article', title } })
  const id = await aLead(app, 'Ada')
  await open(page, `lead/${id}`)
  const given = page.getByRole('region', { name: 'Given so far' })
  await expect(given).toContainText('Nothing from the library yet.')
  await expect(given).toContainText('Speaks of what they said: dye, batch')
  await expectAccessible(app)
  await given.getByRole('button', { name: 'Take it along: One dye lot for every batch' }).click()
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('One dye lot for every batch')

  await page.keyboard.press('d')
  const form = page.getByRole('form', { name: 'Email with Ada' })
  await expect(form).toContainText('Brought them')
  await form.getByRole('button', { name: 'Done and schedule' }).click()
  await expect(given).toContainText(/One dye lot for every batch.*Given on .* by email/)
  await expect(given.getByRole('button', { name: 'Take it along: Another story' })).toBeVisible()

  await page.keyboard.press('r')
  const plan = page.getByRole('form', { name: 'Reschedule' })
  await plan.getByRole('button', { name: 'Choose from the library' }).click()
  const choices = page.getByRole('dialog', { name: 'Choose from the library' })
  await expect(choices.getByRole('searchbox')).toBeFocused()
  await expectAccessible(app)
  await page.keyboard.type('dye')
  await expect(choices.getByRole('menuitem')).toHaveText(/One dye lot for every batch.*Given on/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(plan.getByRole('alert')).toContainText(/One dye lot for every batch: they were given this on/)
  await expect(plan.getByRole('button', { name: 'Choose something else' })).toBeFocused()
  await plan.getByRole('button', { name: 'Bring it again' }).click()
  await expect(plan).toContainText(/They were given this on .* by email/)
  await plan.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('One dye lot for every batch')
  const { touches } = await app.call('getLead', { id })
  expect(touches.map(({ state, brings }) => [state, brings])).toEqual([['due', 'One dye lot for every batch'], ['done', 'One dye lot for every batch']])
})
