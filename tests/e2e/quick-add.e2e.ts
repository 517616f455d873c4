import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

test('a line in plain words fills the fields as it is typed, Enter saves all of it, and Undo takes it away', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New lead' })
  await expect(dialog.getByLabel('In plain words')).toBeFocused()
  await page.keyboard.type('Jane Doe, Acme, jane@acme.com, +1 415 555 0132, trade show, €12k, call tomorrow 15:00 #saas, likes jazz and long walks')

  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Jane Doe')
  await expect(dialog.getByLabel('Company')).toHaveValue('Acme')
  await expect(dialog.getByLabel('E-mail')).toHaveValue('jane@acme.com')
  await expect(dialog.getByLabel('Phone')).toHaveValue('+1 415 555 0132')
  await expect(dialog.getByLabel('Value')).toHaveValue('12000')
  await expect(dialog.getByLabel('Source')).toHaveValue('trade show')
  await expect(dialog.getByLabel('Tags')).toHaveValue('saas')
  await expect(dialog.getByLabel('Notes')).toHaveValue('likes jazz and long walks')
  const pieces = dialog.getByRole('list', { name: 'What was understood' }).getByRole('listitem')
  await expect(pieces.filter({ hasText: 'When' })).toHaveText('Whentomorrow 15:00')
  await expectAccessible(app)

  await dialog.getByLabel('In plain words').press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('listitem', { name: /^Jane Doe/ })).toBeVisible()
  const [card] = (await app.call('getBoard', { limit: null })).cards
  expect(card).toMatchObject({ name: 'Jane Doe', company: 'Acme', value: { amount: 12_000, currency: 'EUR' }, source: 'trade show', tags: ['saas'], next: { channel: 'call', due: { time: '15:00' } } })
  const { contact } = await app.call('getLead', { id: card?.id ?? '' })
  expect(contact).toMatchObject({ emails: [{ address: 'jane@acme.com' }], phones: [{ number: '+1 415 555 0132' }], notes: 'likes jazz and long walks' })

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('listitem', { name: /^Jane Doe/ })).toHaveCount(0)
})

test('a field edited by hand is not overwritten, and Ctrl+Enter saves and starts the next', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('n')
  const line = page.getByLabel('In plain words')
  await line.fill('Jane Doe, Acme')
  await expect(page.getByLabel('Company')).toHaveValue('Acme')
  await page.getByLabel('Company').fill('Acme Holding')
  await line.fill('Jane Doe, Other Company, 5k')
  await expect(page.getByLabel('Value')).toHaveValue('5000')
  await expect(page.getByLabel('Company')).toHaveValue('Acme Holding')

  await line.press('Control+Enter')
  await expect(line).toHaveValue('')
  await expect(line).toBeFocused()
  await expect(page.getByLabel('Company')).toHaveValue('')
  await page.keyboard.type('Tom Ferris')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const { cards } = await app.call('getBoard', { limit: null })
  expect(cards.map(({ name, company }) => [name, company])).toEqual([['Tom Ferris', ''], ['Jane Doe', 'Acme Holding']])
})

test('somebody who is there already is told, and a new lead with them adds what is new about them', async ({ app }) => {
  const { page } = app
  const { leadId, contactId } = await app.call('addLead', { contact: { name: 'Jane Doe', company: 'Acme', emails: [{ label: '', address: 'jane@acme.com' }] }, contactId: null, lead: {}, stageId: null, next: null })
  await page.keyboard.press('n')
  await page.getByLabel('In plain words').fill('JANE@acme.com, +1 415 555 0132, 5k')
  await expect(page.getByText('Jane Doe of Acme is already here (the same e-mail).')).toBeVisible()
  await page.getByRole('button', { name: 'Add a new lead with them' }).click()
  await expect(page.getByText('A new lead with Jane Doe of Acme.')).toBeVisible()
  await page.getByRole('button', { name: 'Add lead' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const people = await app.call('getPeople', {})
  expect(people).toMatchObject([{ id: contactId, emails: [{ address: 'jane@acme.com' }], phones: [{ number: '+1 415 555 0132' }] }])
  expect((await app.call('getBoard', { limit: null })).cards.map((card) => card.contactId)).toEqual([contactId, contactId])

  await page.keyboard.press('n')
  await page.getByLabel('In plain words').fill('jane doe')
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click()
  await expect(page).toHaveURL(/#\/lead\//)
  expect(leadId).not.toBe('')
})
