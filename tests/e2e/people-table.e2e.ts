import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

async function goTo(page: Page, path: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${path}`)
}

async function addPerson(app: App, name: string, company: string, tags: string[] = [], address?: string) {
  const contact = { name, company, tags, emails: address === undefined ? [] : [{ label: '', address }] }
  return app.call('addLead', { contact, contactId: null, lead: { title: `With ${name}` }, stageId: null, next: null })
}

/** The names in the table, from top to bottom. */
async function names(page: Page): Promise<string[]> {
  const rows = page.getByRole('row').filter({ has: page.getByRole('cell') })
  return (await rows.locator('[data-open]').allTextContents()).map((text) => text.trim())
}

test('the table sorts by any column, shows the columns that were chosen, after a restart too, and is gone through by keys', async ({ app }) => {
  await addPerson(app, 'Zoë Brandt', 'Åland')
  await addPerson(app, 'ann Lee', 'Zeta')
  await addPerson(app, 'Bob', '')
  await goTo(app.page, '/people')
  await expect.poll(async () => names(app.page)).toEqual(['ann Lee', 'Bob', 'Zoë Brandt'])
  await app.page.getByRole('button', { name: 'Company', exact: true }).click()
  await app.page.getByRole('button', { name: 'Company', exact: true }).click()
  await expect(app.page.getByRole('columnheader', { name: 'Company' })).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => names(app.page)).toEqual(['ann Lee', 'Zoë Brandt', 'Bob'])

  await app.page.getByRole('button', { name: 'Columns' }).click()
  await app.page.getByRole('checkbox', { name: 'Phone' }).uncheck()
  await app.page.getByRole('checkbox', { name: 'Last touch' }).check()
  await app.page.keyboard.press('Escape')
  await expectAccessible(app)

  await app.restart()
  await goTo(app.page, '/people')
  await expect.poll(async () => names(app.page)).toEqual(['ann Lee', 'Zoë Brandt', 'Bob'])
  await expect(app.page.getByRole('columnheader', { name: 'Last touch' })).toBeVisible()
  await expect(app.page.getByRole('columnheader', { name: 'Phone' })).toHaveCount(0)

  // Keys go to rows that are not drawn yet as well, and the row that has the keyboard keeps it wherever the table is scrolled.
  for (let n = 0; n < 60; n += 1) await addPerson(app, `Guest ${n}`, 'Zz')
  await expect(app.page.getByRole('table')).toHaveAttribute('aria-rowcount', '64')
  const row = app.page.locator('tr:focus-within')
  const press = async (key: string, place: number) => {
    await app.page.keyboard.press(key)
    await expect(row).toHaveAttribute('aria-rowindex', String(place))
    await expect(row).toBeInViewport({ ratio: 1 })
  }
  await app.page.getByRole('table').locator('[data-open]').first().focus()
  await press('ArrowDown', 3)
  await press('End', 64)
  await app.page.getByRole('table').evaluate((table) => table.parentElement?.scrollTo(0, 0))
  await expect(app.page.locator('tr[aria-rowindex="2"]')).toBeInViewport({ ratio: 1 })
  await expect(row).toHaveAttribute('aria-rowindex', '64')
  await press('ArrowUp', 63)
  await press('Home', 2)
  await app.page.keyboard.press('PageDown')
  await app.page.keyboard.press('PageDown')
  await expect(app.page.locator('tr[aria-rowindex="2"]')).not.toBeInViewport({ ratio: 1 })
  await expect(row).toBeInViewport({ ratio: 1 })
  await app.page.keyboard.press('PageUp')
  await press('PageUp', 2)
})

test('people who are selected together are tagged in one step, and untagged by one Undo', async ({ app }) => {
  const { page } = app
  for (const name of ['Ann', 'Bob', 'Cleo', 'Dora']) await addPerson(app, name, 'Acme', name === 'Bob' ? ['old'] : [])
  const tags = async () => (await app.call('getPeople', {})).map((person) => person.tags.join(' '))
  await goTo(page, '/people')
  await page.getByRole('checkbox', { name: 'Select Ann' }).click()
  await page.getByRole('checkbox', { name: 'Select Cleo' }).click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Tag…' }).click()
  await expectAccessible(app)
  await page.getByRole('textbox', { name: 'Add tags' }).fill('fair, new')
  await page.getByRole('checkbox', { name: 'old (1)' }).check()
  await page.getByRole('button', { name: 'Change tags' }).click()
  await expect.poll(tags).toEqual(['fair new', 'fair new', 'fair new', ''])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(tags).toEqual(['', 'old', '', ''])
})

test('people are deleted with what hangs on them, which is told before, and one Undo brings all of it back', async ({ app }) => {
  const { page } = app
  const { leadId } = await addPerson(app, 'Ann', 'Acme')
  await app.call('logTouch', { leadId, channel: 'call', outcome: 'talked', notes: '', next: 'proposed' })
  await app.call('addPromise', { leadId, side: 'theirs', what: 'Ask the board', by: null })
  await app.call('addQuestion', { leadId, text: 'Does it fit?' })
  await addPerson(app, 'Bob', 'Acme')
  await addPerson(app, 'Cleo', 'Other')
  await goTo(page, '/people')
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check()
  await page.getByRole('searchbox', { name: 'Filter people' }).fill('acme')
  // Whom the filter hides is left alone.
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('With them go 2 leads, 2 touches, 1 promise, and 1 question.')
  await expectAccessible(app)
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('2 people deleted.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Find duplicates' })).toBeFocused()
  expect((await app.call('getPeople', {})).map(({ name }) => name)).toEqual(['Cleo'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await app.call('getPeople', {})).map(({ name }) => name)).toEqual(['Ann', 'Bob', 'Cleo'])
  expect((await app.call('getLead', { id: leadId })).touches).toHaveLength(2)
})

test('duplicates are merged field by field, and Undo brings both back; others are told to be different people', async ({ app }) => {
  const { page } = app
  await addPerson(app, 'Ann Lee', 'Acme', ['fair'], 'ann@acme.example')
  await addPerson(app, 'A. Lee', 'Acme GmbH', ['new'], 'ANN@acme.example')
  await addPerson(app, 'José', 'One')
  await addPerson(app, 'Jose', 'Two')
  await goTo(page, '/people')
  await page.getByRole('button', { name: 'Find duplicates' }).click()
  await expect(page.getByText('2 groups to look at')).toBeVisible()
  await expect(page.getByRole('listitem', { name: 'Ann Lee' })).toContainText('Same e-mail')
  await expectAccessible(app)

  await page.getByRole('button', { name: 'José: not duplicates' }).click()
  await expect(page.getByText('1 group to look at')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 groups to look at')).toBeVisible()
  await page.getByRole('button', { name: 'José: not duplicates' }).click()
  await expect(page.getByText('1 group to look at')).toBeVisible()

  await page.getByRole('button', { name: 'Merge Ann Lee' }).click()
  await expectAccessible(app)
  await page.getByRole('radio', { name: 'Company, Goes into it: Acme GmbH' }).check()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('Merged into Ann Lee.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nobody is there twice' })).toBeVisible()
  const merged = (await app.call('getPeople', {})).find(({ name }) => name === 'Ann Lee')
  expect(merged).toMatchObject({ company: 'Acme GmbH', tags: ['fair', 'new'] })
  expect(merged?.leads).toHaveLength(2)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 group to look at')).toBeVisible()
  expect((await app.call('getPeople', {})).map(({ name }) => name)).toEqual(['A. Lee', 'Ann Lee', 'José', 'Jose'])
})

test('two who have nothing in common are merged from the table: nothing that was not chosen is lost, and Undo brings both back', async ({ app }) => {
  const { page } = app
  const introducer = await addPerson(app, 'Cleo', 'Fair')
  const bob = await addPerson(app, 'Bob Hill', 'Acme')
  const robert = await addPerson(app, 'Robert', 'Hill & Sons')
  await app.call('editContact', { id: bob.contactId, changes: { keepInTouchDays: 30, preferredChannel: 'email' } })
  await app.call('editContact', { id: robert.contactId, changes: { keepInTouchDays: 90, preferredChannel: 'call', doNotContact: true, referredBy: introducer.contactId } })
  await app.call('addPromise', { leadId: robert.leadId, side: 'mine', what: 'Send the offer', by: null })
  await app.call('startRecap', { leadId: robert.leadId, touchId: null })
  const before = await app.call('getContact', { id: robert.contactId })

  await goTo(page, '/people')
  await page.getByRole('checkbox', { name: 'Select Bob Hill' }).click()
  await expect(page.getByRole('button', { name: 'Merge…' })).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Select Robert' }).click()
  await page.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /^Moves along/ })).toContainText('1 lead, 0 touches, 1 promise, 1 recap')
  await expect(dialog.getByRole('row', { name: /^Contact Either holds/ })).toContainText('Do not contact at all')
  await dialog.getByRole('radio', { name: 'Keep in touch, Goes into it: Every 90 days' }).check()
  await dialog.getByRole('radio', { name: 'Introduced by, Stays: –' }).check()
  await expectAccessible(app)
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('Merged into Bob Hill.')).toBeVisible()
  const merged = await app.call('getContact', { id: bob.contactId })
  expect(merged.leads).toHaveLength(2)
  expect(merged.contact).toMatchObject({ keepInTouchDays: 90, preferredChannel: 'email', doNotContact: true, referredBy: null })
  for (const note of ['Name (other entry): Robert', 'Prefers (other entry): Call', 'Keep in touch (other entry): Every 30 days', 'Introduced by (other entry): Cleo']) expect(merged.contact.notes).toContain(note)
  expect((await app.call('getLead', { id: robert.leadId })).promises).toHaveLength(1)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Robert', exact: true })).toBeVisible()
  expect(await app.call('getContact', { id: robert.contactId })).toEqual(before)
})

test('a merge of which something cannot be read says so, and is tried again', async ({ app, shell }) => {
  test.skip(shell === 'desktop', 'only a socket can be made to fail')
  const { page } = app
  const cleo = await addPerson(app, 'Cleo', 'Fair')
  const bob = await addPerson(app, 'Bob', 'Acme')
  await addPerson(app, 'Robert', 'Acme')
  await app.call('editContact', { id: bob.contactId, changes: { referredBy: cleo.contactId } })
  const failing = new Set(['getMergeEntries', 'getContact'])
  await page.routeWebSocket(/socket/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const { id, name } = JSON.parse(String(message)) as { id: number; name: string }
      if (failing.has(name)) socket.send(JSON.stringify({ id, reply: { ok: false, error: { code: 'unexpected', message: 'It could not be read.' } } }))
      else server.send(message)
    })
  })
  await goTo(page, '/people')
  await page.reload()
  for (const name of ['Bob', 'Robert']) await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  await page.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('It could not be read.')
  failing.delete('getMergeEntries')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  // The two are there, but not yet who introduced one of them.
  await expect(dialog.getByRole('button', { name: 'Swap sides' })).toBeVisible()
  await expect(dialog.getByRole('alert')).toContainText('It could not be read.')
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
  await expectAccessible(app)
  failing.delete('getContact')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByRole('row', { name: /^Introduced by/ })).toContainText('Cleo')
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeEnabled()
})
