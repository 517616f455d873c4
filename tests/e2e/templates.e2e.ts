import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

async function goTo(page: Page, path: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${path}`)
}

async function aLead(app: App, name: string, company = ''): Promise<string> {
  const contact = { name, company, emails: [{ label: '', address: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` }] }
  const { leadId } = await app.call('addLead', { contact, contactId: null, lead: { title: 'Trial order' }, stageId: null, next: null })
  return leadId
}

test('a template is written with a field from the menu, previewed with a lead, put right, saved, and goes back to what it said before', async ({ app }) => {
  const { page } = app
  await aLead(app, 'Priya Nair', 'Nair Textiles')
  await goTo(page, '/playbook/templates')
  await page.getByRole('button', { name: 'New template' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Trade fair')
  await page.getByRole('textbox', { name: 'Subject' }).fill('The fair')
  const message = page.getByRole('textbox', { name: 'Message' })
  await message.fill('Hello ')
  await page.getByRole('button', { name: 'Insert a field' }).click()
  await page.getByRole('menuitem', { name: 'First name' }).click()
  await expect(message).toBeFocused()
  await page.keyboard.type(', shall we speak on Friday? {{compani}}')
  await expect(message).toHaveValue('Hello {{firstName}}, shall we speak on Friday? {{compani}}')
  const faults = page.getByRole('region', { name: 'To put right' })
  await expect(faults).toContainText('There is no field “compani”. Line 1, character 48')

  await page.getByRole('button', { name: 'Preview with a lead…' }).click()
  await page.keyboard.type('priya')
  await page.getByRole('menuitem', { name: /Priya Nair/ }).click()
  const preview = page.getByRole('complementary', { name: 'Preview' })
  await expect(preview).toContainText('For Priya Nair')
  await expect(preview).toContainText('Hello Priya, shall we speak on Friday? {{compani}}')
  await expect(preview).toContainText('Still to fill in: {{compani}}')
  await message.fill('Hello {{firstName | there}}, shall we speak on Friday{{#if company}} at {{company}}{{/if}}?')
  await expect(faults).toBeHidden()
  await expect(preview).toContainText('Hello Priya, shall we speak on Friday at Nair Textiles?')
  await expect(preview).toContainText('Nothing to look at')
  await expectAccessible(app)

  await page.keyboard.press('Control+s')
  await expect(page.getByText('Template saved')).toBeVisible()
  await message.fill('Something else entirely, on Friday?')
  await page.keyboard.press('Control+s')
  const versions = page.getByRole('region', { name: 'Earlier versions' })
  await versions.getByText(/^Until/).click()
  await versions.getByRole('button', { name: 'Go back to this one' }).click()
  await expect(message).toHaveValue(/^Hello \{\{firstName \| there\}\}/)
  await app.restart()
  await goTo(app.page, '/playbook/templates')
  await app.page.getByRole('link', { name: 'Trade fair' }).click()
  await expect(app.page.getByRole('textbox', { name: 'Message' })).toHaveValue(/^Hello \{\{firstName \| there\}\}/)
  await expect(app.page.getByText(/^Until/)).toHaveCount(2)
})

test('a message with something to fill in, or filled in for somebody else, is copied only by a second step, then logged with its next step', async ({ app }) => {
  const { page } = app
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = await aLead(app, 'Priya Nair')
  await aLead(app, 'Ben Birch')
  await app.call('saveTemplate', { id: null, facts: { name: 'Fair', kind: 'email', subject: 'The fair', body: 'Hello {{firstName}}, shall we speak on [day]?' } })
  const copied = async () => page.evaluate(async () => navigator.clipboard.readText())
  await page.evaluate(async () => navigator.clipboard.writeText('before'))
  await goTo(page, `/lead/${id}`)
  await expect(page.getByRole('button', { name: 'Write a message' })).toBeVisible()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Message to Priya Nair' })
  await dialog.getByRole('button', { name: /Template$/ }).click()
  await page.getByRole('option', { name: /^Fair/ }).click()
  const body = dialog.getByRole('textbox', { name: 'Message' })
  await expect(body).toHaveValue('Hello Priya, shall we speak on [day]?')
  await expectAccessible(app)

  await body.focus()
  await page.keyboard.press('Control+Enter')
  const stop = page.getByRole('alertdialog', { name: 'Not copied yet' })
  await expect(stop).toContainText('Still to fill in: [day]')
  // A key hears whoever has the focus: the text does until the dialog took it.
  await expect(stop.getByRole('button', { name: 'Back to the message' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(body).toBeFocused()
  expect(await copied()).toBe('before')
  await page.keyboard.press('Control+Enter')
  await stop.getByRole('button', { name: 'Copy anyway, with [day]' }).click()
  await expect(page.getByText('Message copied.')).toBeVisible()
  expect(await copied()).toBe('Hello Priya, shall we speak on [day]?')

  // What left by the second step is logged without one more; what was changed since is not.
  await dialog.getByRole('button', { name: 'Log as sent' }).click()
  await dialog.getByRole('button', { name: 'Back to the message' }).click()
  await body.fill('Hello Priya, shall we speak on [weekday]?')
  await dialog.getByRole('button', { name: 'Log as sent' }).click()
  const notLogged = page.getByRole('alertdialog', { name: 'Not logged yet' })
  await expect(notLogged).toContainText('Still to fill in: [weekday]')
  await expect(notLogged.getByRole('button', { name: 'Back to the message' })).toBeFocused()
  await page.keyboard.press('Escape')

  // Closed and opened again it is as it was; for somebody else it says whose it is.
  await body.fill('Hello Priya, shall we speak on Friday?')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('m')
  await expect(body).toHaveValue('Hello Priya, shall we speak on Friday?')
  await dialog.getByRole('button', { name: 'Another lead…' }).click()
  await page.keyboard.type('ben')
  await page.getByRole('menuitem', { name: /Ben Birch/ }).click()
  const other = page.getByRole('dialog', { name: 'Message to Ben Birch' })
  await expect(other.getByText('This was filled in for Priya Nair')).toBeVisible()
  await other.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(stop).toContainText('This was filled in for Priya Nair')
  await page.keyboard.press('Enter')
  await expect(stop).toBeHidden()
  await other.getByRole('button', { name: 'Fill in anew for Ben Birch' }).click()
  await expect(other.getByRole('textbox', { name: 'Message' })).toHaveValue('Hello Ben, shall we speak on [day]?')
  await page.keyboard.press('Escape')

  await page.keyboard.press('m')
  await dialog.getByRole('button', { name: 'Log as sent' }).click()
  await dialog.getByRole('button', { name: 'Log as sent' }).click()
  await expect(page.getByText('Message to Priya Nair logged.')).toBeVisible()
  await expect(page.getByText('Email · Fair')).toBeVisible()
  const { touches } = await app.call('getLead', { id })
  expect(touches.map(({ state, notes }) => [state, notes])).toEqual([
    ['due', ''],
    ['done', 'Subject: The fair\n\nHello Priya, shall we speak on Friday?'],
  ])

  await app.call('prepareTouch', { id: touches[0]?.id ?? '', preparation: 'How was [the fair]?', templateId: null })
  await page.getByRole('button', { name: 'Copy what was prepared' }).click()
  await expect(stop).toContainText('Still to fill in: [the fair]')
  await stop.getByRole('button', { name: 'Copy anyway, with [the fair]' }).click()
  await expect.poll(copied).toBe('How was [the fair]?')
})
