import { AxeBuilder } from '@axe-core/playwright'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from './fixtures.ts'

test('N, a name and Enter add a lead with its next step, from any screen', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('button', { name: 'New lead' }).first()).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog', { name: 'New lead' })).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('Jane Doe')
  await page.getByLabel('Company').fill('Acme')
  await page.getByLabel('Value').fill('12.5k')
  await page.getByLabel('Source').fill('trade show')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('listitem', { name: /^Jane Doe, €12.5k, Acme/ })).toBeVisible()
  const [lead] = (await app.call('getBoard', { limit: null })).cards
  expect(lead).toMatchObject({ name: 'Jane Doe', company: 'Acme', value: { amount: 12_500, currency: 'EUR' }, source: 'trade show', stageId: 'new' })
  expect(lead?.next).toMatchObject({ channel: 'call', due: { time: null, zone: null } })

  await page.keyboard.press('n')
  await expect(page.getByLabel('Source')).toHaveValue('trade show')
})

test('a lead that says nothing of who it is is refused with a sentence, and Escape leaves', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('n')
  await page.getByLabel('Phone').fill('+49 30 1234')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Give a name, a company or an e-mail address')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await app.call('getBoard', { limit: null })).cards).toEqual([])
})

test('undo takes an added lead away again', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('n')
  await page.getByLabel('Company').fill('Acme')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem', { name: /^Acme/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('listitem', { name: /^Acme/ })).toHaveCount(0)
  expect((await app.call('getPeople', {})).length).toBe(0)
})

test('G and a letter go to each screen, and ? shows the keys', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('navigation')).toBeVisible()
  for (const [key, place] of [['t', 'today'], ['p', 'people'], ['r', 'recaps'], ['b', 'board']] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page).toHaveURL(new RegExp(`#/${place}$`))
    await expect(page.locator('a[aria-current=page]')).toHaveAttribute('href', `#/${place}`)
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('letters typed into a field are text, not shortcuts', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByLabel('In plain words')).toBeFocused()
  await page.keyboard.type('gnt?')
  await expect(page.getByLabel('In plain words')).toHaveValue('gnt?')
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('the chosen theme holds against the system, and the tab tells what is due', async ({ app }) => {
  const { page } = app
  await app.call('changeSettings', { theme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.call('changeSettings', { theme: 'system' })
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /.*/)

  const due = { date: '2020-01-01', time: null, zone: null }
  await app.call('addLead', { contact: { name: 'Jane' }, contactId: null, lead: {}, stageId: null, next: { channel: 'call', purpose: '', due } })
  await expect(page).toHaveTitle('(1) Followthrough')
  const icon = page.locator('link[rel=icon]')
  await expect(icon).toHaveAttribute('href', /%3E1%3C%2Ftext%3E/)
  await app.call('undo', { transaction: null })
  await expect(page).toHaveTitle('Followthrough')
  await expect(icon).not.toHaveAttribute('href', /text/)
})

test('a reminder shows in the page, and Done opens the lead with the next step that was planned', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('navigation')).toBeVisible()
  const [date = '', time = ''] = new Date().toISOString().split('T')
  const due = { date, time: time.slice(0, 5), zone: 'UTC' }
  const { leadId } = await app.call('addLead', { contact: { name: 'Jane Doe' }, contactId: null, lead: {}, stageId: null, next: { channel: 'call', purpose: '', due } })
  const reminder = page.getByRole('alert').filter({ hasText: 'Jane Doe' })
  await expect(reminder).toBeVisible({ timeout: 30_000 })
  await reminder.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(new RegExp(`#/lead/${leadId}$`))
  expect((await app.call('getLead', { id: leadId })).touches.map(({ state }) => state)).toEqual(['due', 'done'])
})

test('when the connection breaks the page says so, keeps what it shows, and catches up once it is back', async ({ app, shell }) => {
  test.skip(shell === 'desktop', 'the desktop app has no connection to lose')
  const { page } = app
  let isBroken = false
  const open = new Set<{ close(): Promise<void> }>()
  await page.routeWebSocket(/socket/, (socket) => {
    if (isBroken) return void socket.close()
    socket.connectToServer()
    open.add(socket)
  })
  await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: {}, stageId: null, next: null })
  await page.reload()
  await expect(page.getByRole('listitem', { name: /^Ada/ })).toBeVisible()

  isBroken = true
  for (const socket of open) await socket.close()
  await expect(page.getByText('Trying to reconnect')).toBeVisible()
  await page.getByRole('listitem', { name: /^Ada/ }).focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('so this was not done')).toBeVisible()
  await expect(page.getByRole('listitem', { name: /^Ada/ })).toBeVisible()

  await app.call('addLead', { contact: { name: 'Ben' }, contactId: null, lead: {}, stageId: null, next: null })
  isBroken = false
  await expect(page.getByRole('listitem', { name: /^Ben/ })).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('Trying to reconnect')).toHaveCount(0)
})

test('a damaged data file shows the backups, and one click goes back to one', async ({ app }) => {
  await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: {}, stageId: null, next: null })
  await app.call('makeBackup', {})
  await app.restart(() => writeFile(join(app.dataDir, 'followthrough.json'), '{"version":1,"contacts":[{'))
  const { page } = app
  await expect(page.getByRole('heading', { name: 'Your data could not be opened' })).toBeVisible()
  await page.getByRole('button', { name: 'Go back to this one' }).first().click()
  await expect(page.getByRole('listitem', { name: /^Ada/ })).toBeVisible()
})

test('what a start found out about the data is told once, until it is dismissed', async ({ app }) => {
  await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: {}, stageId: null, next: null })
  await app.restart(() => appendFile(join(app.dataDir, 'followthrough.journal'), '{"half a li'))
  const { page } = app
  const notice = page.getByRole('status').filter({ hasText: 'while a change was being written' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('listitem', { name: /^Ada/ })).toBeVisible()
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('listitem', { name: /^Ada/ })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('the first screen takes at most 200 kB of script, and no schema library among it', async ({ app, shell }) => {
  test.skip(shell === 'desktop', 'the same files, which only a server can be asked about')
  const { page } = app
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body())
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible()
  await page.waitForLoadState('networkidle')

  const bodies = await Promise.all(scripts)
  expect(bodies.length).toBeGreaterThan(0)
  const bytes = bodies.map((body) => gzipSync(body).length).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeLessThanOrEqual(200_000)
  // How zod names what is wrong with a value.
  expect(bodies.some((body) => body.includes('invalid_type'))).toBe(false)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the board, its dialogs and its messages have no accessibility fault in ${colorScheme}`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Try with sample data' }).click()
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await page.keyboard.press('n')
    await expect(page.getByRole('dialog', { name: 'New lead' })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.keyboard.press('Escape')

    await page.getByRole('main').getByRole('listitem').first().focus()
    await page.keyboard.press('m')
    await expect(page.getByRole('menu')).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}
