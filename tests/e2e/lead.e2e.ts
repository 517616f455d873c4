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
  await expect(page.getByRole('textbox', { name: 'Add email' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Add email' }).fill('p.nair@home.example')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).emails.map((email) => email.address)).toEqual(['priya@nair.example', 'p.nair@home.example'])
  // The keyboard is where the next one is added.
  await expect(page.getByRole('button', { name: 'Add email' })).toBeFocused()

  await page.getByRole('textbox', { name: 'Email, work' }).fill('')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).emails.map((email) => email.address)).toEqual(['p.nair@home.example'])

  await page.getByRole('textbox', { name: 'Add tag' }).fill('textile')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).tags).toEqual(['textile'])
  await page.getByRole('textbox', { name: 'Add tag' }).fill('fair, TEXTILE,,new')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).tags).toEqual(['textile', 'fair', 'new'])
  await app.call('tagContacts', { ids: [(await contact()).id], add: Array.from({ length: 50 }, (_, index) => `a${index}`), remove: [] })
  await app.call('tagContacts', { ids: [(await contact()).id], add: Array.from({ length: 47 }, (_, index) => `b${index}`), remove: [] })
  await page.getByRole('textbox', { name: 'Add tag' }).fill('one too many')
  await page.keyboard.press('Enter')
  await expect(page.getByText('more than 100 tags')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Add tag' })).toHaveValue('one too many')
  await page.keyboard.press('Escape')
  await expect(page.getByText('more than 100 tags')).toHaveCount(0)

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

test('needs are added, moved by keys and removed, each step undone by itself', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  const needs = async () => (await app.call('getLead', { id })).lead.needs
  for (const need of ['Dye lots differ', 'Late deliveries', 'Wants samples']) {
    await page.getByRole('button', { name: 'Add a need or problem' }).click()
    await page.keyboard.type(need)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Needs and problems' }).getByRole('listitem')).toHaveCount((await needs()).length)
  }
  await page.getByRole('textbox', { name: 'Need 3' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('textbox', { name: 'Need 2' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(needs).toEqual(['Wants samples', 'Dye lots differ', 'Late deliveries'])
  await page.getByRole('button', { name: 'Remove Dye lots differ' }).click()
  await expect.poll(needs).toEqual(['Wants samples', 'Late deliveries'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(needs).toEqual(['Wants samples', 'Dye lots differ', 'Late deliveries'])
})

test('what is known of the person is chosen where it stands: zone, permission, how often to be in touch, channel, who introduced them', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  const contact = async () => (await app.call('getLead', { id })).contact
  const zoe = await app.call('addLead', { contact: { name: 'Zoë Brandt', referredBy: (await contact()).id }, contactId: null, lead: {}, stageId: null, next: null })
  await app.call('addLead', { contact: { name: 'Tom Ferris' }, contactId: null, lead: {}, stageId: null, next: null })

  await page.getByRole('button', { name: 'Time zone: Not known' }).click()
  await page.keyboard.type('kolkata')
  await page.getByRole('option', { name: /^Kolkata/ }).click()
  await expect(page.getByRole('button', { name: /^Time zone: Kolkata · .* there$/ })).toBeVisible()

  await page.getByRole('button', { name: 'Follow-up: Not asked' }).click()
  await page.getByRole('menuitem', { name: 'Granted' }).click()
  await page.getByRole('textbox', { name: 'In words' }).fill('Call me next week')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await contact()).permission).toMatchObject({ status: 'granted', words: 'Call me next week', on: expect.stringMatching(/^\d{4}-/) })

  // How far it reaches, and how often to be in touch.
  await page.getByRole('button', { name: 'Channels they agreed to: Any channel' }).click()
  await page.getByRole('menuitem', { name: 'Email' }).click()
  await expect.poll(async () => (await contact()).permission.channels).toEqual(['email'])
  await page.getByRole('button', { name: 'Keep in touch: No interval' }).click()
  await page.getByRole('textbox', { name: 'A word at least every … days' }).fill('45')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep in touch: Every 45 days' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Gap at least' }).fill('3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Gap at least' })).toHaveValue('3 working days')
  await page.getByText('Do not contact at all').click()
  await expect.poll(async () => (await contact()).doNotContact).toBe(true)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(contact).toMatchObject({ doNotContact: false, keepInTouchDays: 45 })

  await page.getByRole('button', { name: 'Prefers: Did not say' }).click()
  await page.getByRole('menuitem', { name: 'Video' }).click()
  await expect.poll(async () => (await contact()).preferredChannel).toBe('video')

  await page.getByRole('button', { name: 'Introduced by: Nobody' }).click()
  await page.keyboard.type('zoe')
  await page.getByRole('option', { name: /Zoë Brandt/ }).click()
  await expect(page.getByText('Somebody cannot be introduced by a person whom they introduced themselves')).toBeVisible()
  await page.getByRole('combobox', { name: 'Introduced by' }).fill('tom')
  await page.getByRole('option', { name: /Tom Ferris/ }).click()
  await expect(page.getByRole('link', { name: 'Tom Ferris' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove Tom Ferris' })).toBeFocused()
  // Whom she introduced stands below it, and leads to their page.
  await page.getByRole('link', { name: 'Zoë Brandt' }).click()
  await expect(page).toHaveURL(new RegExp(`#/lead/${zoe.leadId}$`))
  // A page that opens takes the keyboard to none of its facts: the next key could take one away.
  await expect(page.getByRole('button', { name: 'Remove Priya Nair' })).toBeVisible()
  await expect(page.getByRole('complementary').locator(':focus')).toHaveCount(0)
})

test('a file is kept by its address, one that could run something is refused, and the next lead with the same person is a click away', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  const links = async () => (await app.call('getLead', { id })).lead.links
  await page.getByRole('button', { name: 'Add file or page' }).click()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A link is a web address')).toBeVisible()
  await page.getByRole('textbox', { name: 'Add file or page' }).fill('https://example.com/offers/offer.pdf')
  await page.keyboard.press('Enter')
  await expect.poll(links).toEqual([{ label: 'offer.pdf', url: 'https://example.com/offers/offer.pdf' }])
  await expect(page.getByRole('link', { name: /^Open https:/ })).toHaveAttribute('rel', 'noopener noreferrer')

  await page.getByRole('button', { name: 'New lead with this person' }).click()
  await expect(page.getByRole('link', { name: /Trial order/ })).toContainText('Meeting')
  await expectAccessible(app)
  await page.getByRole('link', { name: /Trial order/ }).click()
  await expect(page).toHaveURL(new RegExp(`#/lead/${id}$`))
})

test('a lead that is lost says why, on its page as on the board', async ({ app }) => {
  const id = await openLead(app)
  const { page } = app
  await page.getByRole('button', { name: /Move to/ }).click()
  await page.getByRole('menuitem', { name: 'Lost' }).click()
  await page.getByRole('button', { name: 'Timing' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lost', exact: true }).click()
  await expect(page.getByText('Moved to Lost.')).toBeVisible()
  await expect(page.getByText(/· Timing$/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await app.call('getLead', { id })).lead.closing).toBeNull()
})

test('the lead page and its forms can be used by everybody, in light and dark', async ({ app }) => {
  await openLead(app)
  await expectAccessible(app)
  await app.page.keyboard.press('l')
  await expect(app.page.getByRole('radio', { name: 'Talked' })).toBeVisible()
  await expectAccessible(app)
})
