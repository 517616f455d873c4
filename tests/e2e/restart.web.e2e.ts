import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { words } from '../../shared/strings/words.ts'
import { startWebShell, type WebShell } from './web-shell.ts'

/* A tab that stays open while the application ends and is started again. */

let dataDir: string
let shell: WebShell
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'followthrough-restart-'))
  shell = await startWebShell(dataDir)
  await shell.call('addLead', { contact: { name: 'Jane Doe' }, contactId: null, lead: {}, stageId: null, next: null })
})
test.afterEach(async () => {
  await shell.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function startAgain() {
  const { port } = new URL(shell.address)
  await shell.stop()
  shell = await startWebShell(dataDir, ['--port', port])
}

test('a tab says that the application was closed, then that it belongs to an earlier start, and goes on with the new address', async ({ page }) => {
  await page.goto(shell.address)
  await expect(page.getByText('Jane Doe')).toBeVisible()
  await page.getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()

  const { port } = new URL(shell.address)
  await shell.stop()
  await expect(page.getByText(words.connection.closed)).toBeVisible()
  shell = await startWebShell(dataDir, ['--port', port])
  await expect(page.getByText(words.connection.outdated)).toBeVisible()

  // The same page, only with another fragment: nothing is loaded anew, and the place stays.
  await page.evaluate((hash) => (location.hash = hash), new URL(shell.address).hash)
  await expect(page.getByText(words.connection.outdated)).toHaveCount(0)
  expect(new URL(page.url()).hash).toBe('#/people')
  await shell.call('addLead', { contact: { name: 'John Roe' }, contactId: null, lead: {}, stageId: null, next: null })
  await expect(page.getByText('John Roe')).toBeVisible()
})

test('a tab that is loaded anew after a restart says that its address is an old one', async ({ page }) => {
  await page.goto(shell.address)
  await expect(page.getByText('Jane Doe')).toBeVisible()
  await startAgain()
  await page.reload()
  await expect(page.getByText(words.connection.outdated)).toBeVisible()
})

test('the address of this start, entered once more, changes nothing', async ({ page }) => {
  await page.goto(shell.address)
  await expect(page.getByText('Jane Doe')).toBeVisible()
  await page.evaluate((hash) => (location.hash = hash), new URL(shell.address).hash)
  await expect(page).toHaveURL(/#\/$/)
  await expect(page.getByText('Jane Doe')).toBeVisible()
})
