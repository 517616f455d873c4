import type { Page } from '@playwright/test'
import { noFilter } from '../../shared/segment.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

async function goTo(page: Page, path: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${path}`)
}

async function aLead(app: App, name: string, more: { doNotContact?: boolean; emails?: [] } = {}): Promise<string> {
  const contact = { name, tags: ['fair'], emails: [{ label: '', address: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` }], ...more }
  const { leadId } = await app.call('addLead', { contact, contactId: null, lead: {}, stageId: null, next: null })
  return leadId
}

test('a mailing through a segment leaves out who must be, is worked by keyboard, goes on after a restart and is finished', async ({ app }) => {
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const dora = await aLead(app, 'Dora Not', { doNotContact: true })
  await aLead(app, 'Nils Noaddress', { emails: [] })
  const cleo = await aLead(app, 'Cleo Cedar')
  const ben = await aLead(app, 'Ben Birch')
  const ann = await aLead(app, 'Ann Ash')
  await app.call('saveTemplate', { id: null, facts: { name: 'Fair', kind: 'email', subject: 'The fair', body: 'Hello {{firstName}}, shall we speak on Friday?' } })
  await app.call('saveSegment', { id: null, name: 'From the fair', filter: { ...noFilter, tags: ['fair'] } })

  await goTo(app.page, '/playbook/templates')
  await app.page.getByRole('button', { name: 'Write to many, one by one' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Write to each, one by one' })
  await dialog.getByRole('button', { name: /Template$/ }).click()
  await app.page.getByRole('option', { name: /^Fair/ }).click()
  await dialog.getByRole('button', { name: /Who gets it$/ }).click()
  await app.page.getByRole('option', { name: 'From the fair' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Dora Not' })).toContainText('Is not to be contacted')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Nils Noaddress' })).toContainText('Has no address for this')
  await expect(dialog.getByText('3 leads get it')).toBeVisible()
  await expectAccessible(app)
  await dialog.getByRole('button', { name: 'Begin' }).click()

  const message = (name: string) => app.page.getByRole('region', { name: `To ${name}` })
  await expect(message('Ann Ash')).toContainText('Hello Ann, shall we speak on Friday?')
  await app.page.keyboard.press('c')
  await expect(app.page.getByText('Message copied.')).toBeVisible()
  expect(await app.page.evaluate(async () => navigator.clipboard.readText())).toBe('Hello Ann, shall we speak on Friday?')
  await app.page.keyboard.press('s')
  await expect(message('Ben Birch')).toBeVisible()
  await expect(app.page.getByText('1 of 3')).toBeVisible()
  await app.page.keyboard.press('e')
  const body = app.page.getByRole('textbox', { name: 'Message' })
  await expect(body).toBeFocused()
  await body.fill('Hello Ben, shall we speak on [day]?')
  await app.page.keyboard.press('Escape')
  await app.page.keyboard.press('s')
  const stop = app.page.getByRole('alertdialog', { name: 'Not logged yet' })
  await expect(stop).toContainText('Still to fill in: [day]')
  await expect(stop.getByRole('button', { name: 'Log anyway, with [day]' })).toBeVisible()
  await app.page.keyboard.press('Enter')
  await expect(stop).toBeHidden()
  await expect(app.page.getByText('1 of 3')).toBeVisible()
  await app.page.keyboard.press('e')
  await body.fill('Hello Ben, I saved you a seat. Friday?')
  await app.page.keyboard.press('Escape')
  await expect(message('Ben Birch')).toContainText('Changed for this one')
  await expectAccessible(app)
  await expect.poll(async () => (await app.call('getMailings', {}))[0]?.sent).toBe(1)

  const [mailing] = await app.call('getMailings', {})
  await expect.poll(async () => (await app.call('getMailing', { id: mailing?.id ?? '', locale: 'en' })).next?.body).toBe('Hello Ben, I saved you a seat. Friday?')
  await app.restart()
  const { contact } = await app.call('getLead', { id: cleo })
  await app.call('editContact', { id: contact.id, changes: { doNotContact: true } })
  await goTo(app.page, '/playbook/templates')
  await app.page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(message('Ben Birch')).toContainText('I saved you a seat')
  await expect(app.page.getByText('1 lead is passed over for now')).toBeVisible()
  await app.page.keyboard.press('s')
  await expect(app.page.getByRole('heading', { name: 'Nobody is left to write to for now' })).toBeVisible()
  await expect(app.page.getByRole('listitem').filter({ hasText: 'Cleo Cedar' })).toContainText('Is not to be contacted')

  const sent = async (id: string) => (await app.call('getLead', { id })).touches.filter(({ state }) => state === 'done').map(({ channel, notes }) => `${channel}: ${notes}`)
  expect(await sent(ann)).toEqual(['email: Subject: The fair\n\nHello Ann, shall we speak on Friday?'])
  expect(await sent(ben)).toEqual(['email: Subject: The fair\n\nHello Ben, I saved you a seat. Friday?'])
  expect(await sent(cleo)).toEqual([])
  expect(await sent(dora)).toEqual([])
  await app.page.getByRole('button', { name: 'Undo' }).click()
  await expect(message('Ben Birch')).toContainText('I saved you a seat')
  await app.page.keyboard.press('k')
  await app.page.getByRole('button', { name: 'End it' }).click()
  await expect(app.page.getByRole('heading', { name: 'This was ended' })).toBeVisible()
})
