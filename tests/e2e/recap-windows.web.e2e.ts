import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { startWebShell, type WebShell } from './web-shell.ts'

/* One recap, opened in two windows of the browser. */

let dataDir: string
let shell: WebShell
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'followthrough-windows-'))
  shell = await startWebShell(dataDir)
})
test.afterEach(async () => {
  await shell.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function goTo(page: Page, path: string) {
  await page.evaluate((hash) => (location.hash = hash), path)
}

function linesOf(page: Page) {
  return page.getByRole('region', { name: composerWords.slots.problems, exact: true }).getByRole('textbox')
}

test('a recap is written in one window at a time, and nothing that either wrote is lost', async ({ page: first, context }) => {
  const { leadId } = await shell.call('addLead', { contact: { name: 'Jane Doe' }, contactId: null, lead: {}, stageId: null, next: null })
  const { id } = await shell.call('startRecap', { leadId, touchId: null })
  const second = await context.newPage()
  for (const page of [first, second]) {
    await page.goto(shell.address)
    await page.getByRole('main').waitFor()
  }
  await goTo(first, `/recap/${id}`)
  await linesOf(first).first().fill('Heard in the first')
  // Left and opened again, it is still this window's.
  await goTo(first, '/recaps')
  await goTo(first, `/recap/${id}`)
  await expect(linesOf(first).first()).toHaveValue('Heard in the first')

  await goTo(second, `/recap/${id}`)
  await expect(second.getByRole('heading', { name: composerWords.elsewhere })).toBeVisible()
  await second.getByRole('button', { name: composerWords.writeHere }).click()
  await expect(linesOf(second).first()).toHaveValue('Heard in the first')
  await expect(first.getByRole('heading', { name: composerWords.elsewhere })).toBeVisible()
  await linesOf(second).last().fill('Heard in the second')
  await expect(second.getByText(composerWords.saved, { exact: true })).toBeVisible()

  await second.close()
  await expect(linesOf(first).nth(1)).toHaveValue('Heard in the second')
  expect((await shell.call('getRecap', { id })).recap.problems).toEqual(['Heard in the first', 'Heard in the second'])
})
