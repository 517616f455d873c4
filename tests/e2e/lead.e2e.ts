import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

async function openLead(app: App): Promise<string> {
  const contact = { name: 'Priya Nair', company: 'Nair Textiles', emails: [{ label: 'work', address: 'priya@nair.example' }] }
  const { leadId } = await app.call('addLead', { contact, contactId: null, lead: { title: 'Trial order' }, stageId: 'meeting', next: null })
  await app.page.goto(`${app.page.url().split('#', 1)[0] ?? ''}#/lead/${leadId}`)
  await expect(app.page.getByRole('heading', { name: 'Priya Nair', level: 1 })).toBeVisible()
  return leadId
}

function nextStep(page: Page) {
  return page.getByRole('region', { name: 'Next step' })
}

test('a lead without a next step is flagged until one is scheduled', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  await expect(nextStep(page)).toContainText('No next step')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByRole('textbox', { name: 'What for' })).toBeFocused()
  await page.keyboard.type('Send the samples')
  await page.getByRole('button', { name: 'Tomorrow' }).click()
  await page.getByRole('spinbutton', { name: /hour/ }).click()
  await page.keyboard.type('0230PM')
  await page.keyboard.press('Enter')
  await expect(nextStep(page)).toContainText('Send the samples')
  await expect(nextStep(page)).toContainText('tomorrow 2:30 PM')
  const [touch] = (await app.call('getLead', { id })).touches
  expect(touch?.due).toMatchObject({ time: '14:30' })
})

test('a touch that was not planned is logged with one key, and the stage changes from a menu', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  await page.keyboard.press('l')
  await page.getByText('Meeting booked').click()
  await page.getByPlaceholder('What was said').fill('She called about dye lots')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Done' })).toContainText('She called about dye lots')
  // A booked meeting proposes to speak face to face.
  await expect(nextStep(page)).toContainText('Video')

  await page.getByRole('button', { name: /Move to/ }).click()
  await page.getByRole('menuitem', { name: 'Proposal' }).click()
  await expect(page.getByText('Moved to Proposal.')).toBeVisible()
  expect((await app.call('getLead', { id })).stage.id).toBe('proposal')
})

test('facts are edited where they stand, and a wrong one is refused with its reason', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  const contact = async () => (await app.call('getLead', { id })).contact
  await page.getByRole('textbox', { name: 'Role', exact: true }).fill('Purchasing')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).role).toBe('Purchasing')

  await page.getByRole('button', { name: 'Add email' }).click()
  await page.keyboard.type('nobody')
  await page.keyboard.press('Enter')
  await expect(page.getByText('An e-mail address has an @ in it.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Add email' }).fill('p.nair@home.example')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).emails.map((email) => email.address)).toEqual(['priya@nair.example', 'p.nair@home.example'])

  await page.getByRole('textbox', { name: 'Email, work' }).fill('')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).emails.map((email) => email.address)).toEqual(['p.nair@home.example'])

  await page.getByRole('textbox', { name: 'Add tag' }).fill('textile')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).tags).toEqual(['textile'])

  await page.getByRole('textbox', { name: 'Value' }).fill('12.5k')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Value' })).toHaveValue('€12,500')

  await page.getByRole('textbox', { name: 'Company' }).fill('Other')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue('Nair Textiles')
})

test('a deleted lead comes back with Undo, and W writes a recap', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete lead' }).click()
  await expect(page).toHaveURL(/#\/board$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('listitem', { name: /^Priya Nair/ })).toBeVisible()
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/lead/${id}`)
  await expect(page.getByRole('heading', { name: 'Priya Nair', level: 1 })).toBeVisible()
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: 'Recap · Priya Nair' })).toBeVisible()
})

test('the lead page and its forms can be used by everybody, in light and dark', async ({ app }) => {
  await openLead(app)
  await expectAccessible(app)
  await app.page.keyboard.press('l')
  await expect(app.page.getByRole('radio', { name: 'Talked' })).toBeVisible()
  await expectAccessible(app)
})
