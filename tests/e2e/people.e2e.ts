import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

const files = join(import.meta.dirname, '..', 'fixtures', 'imports')

async function goTo(page: Page, path: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${path}`)
}

async function choose(page: Page, file: string) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^Choose/ }).click()])
  await chooser.setFiles(join(files, file))
}

test('a Google export becomes people and leads, after a look at what it holds, and Undo takes them away', async ({ app }) => {
  const { page } = app
  await goTo(page, '/people')
  await page.getByRole('button', { name: 'Import CSV' }).click()
  await choose(page, 'google-current.csv')
  const dialog = page.getByRole('dialog', { name: 'Import contacts' })
  await expect(dialog).toContainText('Google Contacts · google-current.csv')
  const preview = await app.call('previewImport', { text: await textOf('google-current.csv') })
  await expect(dialog).toContainText(`${preview.fresh} new people`)
  for (const { row, reason } of preview.rejected) await expect(dialog).toContainText(`Row ${row} ${reason}`)
  await expectAccessible(app)

  await page.getByRole('button', { name: `Import ${preview.fresh} people` }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(`${preview.fresh} people imported, each with a lead.`)).toBeVisible()
  expect((await app.call('getBoard', { limit: null })).cards.every((card) => card.stageId === 'new')).toBe(true)
  await expect(page.getByRole('button', { name: 'Ines Duarte' })).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Bring the people you know' })).toBeVisible()
})

test('people are imported without leads when that is chosen, and one is given a lead by a click', async ({ app }) => {
  const { page } = app
  await goTo(page, '/people/import')
  await choose(page, 'linkedin.csv')
  await page.getByRole('button', { name: /Leads in New/ }).click()
  await page.getByRole('option', { name: 'People only' }).click()
  await page.getByRole('button', { name: /^Import \d+/ }).click()
  await expect(page.getByText(/\d+ people imported\./)).toBeVisible()
  expect((await app.call('getBoard', { limit: null })).cards).toEqual([])

  await page.getByRole('button', { name: /^Add a lead with/ }).first().click()
  await expect(page).toHaveURL(/#\/lead\//)
  expect((await app.call('getBoard', { limit: null })).cards).toHaveLength(1)
})

test('a file that is no table of contacts is refused in plain words, and another can be chosen', async ({ app }) => {
  const { page } = app
  await goTo(page, '/people/import')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose file' }).click()])
  await chooser.setFiles({ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from('sku,price\n1,2\n') })
  await expect(page.getByRole('alert')).toContainText('Nothing was changed')
  await choose(page, 'other-semicolon.csv')
  await expect(page.getByRole('button', { name: /^Import \d+/ })).toBeVisible()
})

test('people are found by typing, and a click opens the lead', async ({ app }) => {
  const { page } = app
  for (const [name, company] of [['Zoë Brandt', 'Weberei Nord'], ['Priya Nair', 'Nair Textiles']] as const) {
    await app.call('addLead', { contact: { name, company }, contactId: null, lead: {}, stageId: null, next: null })
  }
  await goTo(page, '/people')
  await expect(page.getByText('2 people')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter people' }).fill('zoe')
  await expect(page.getByText('1 of 2')).toBeVisible()
  await expectAccessible(app)
  // The name's button reaches over the whole row.
  await page.getByRole('cell', { name: 'Weberei Nord' }).click({ force: true })
  await expect(page.getByRole('heading', { name: 'Zoë Brandt', level: 1 })).toBeVisible()
})

test('ten thousand people scroll and filter without drawing them all', async ({ app }) => {
  const { page } = app
  const rows = Array.from({ length: 10_000 }, (_, index) => `Person ${String(index).padStart(5, '0')},Company ${index % 500},p${index}@example.com`)
  await app.call('importContacts', { text: `Name,Company,E-mail\n${rows.join('\n')}`, stageId: null })
  await goTo(page, '/people')
  await expect(page.getByText('10,000 people')).toBeVisible()
  expect(await page.getByRole('row').count()).toBeLessThan(80)
  await page.getByRole('searchbox', { name: 'Filter people' }).fill('person 09999')
  await expect(page.getByRole('button', { name: /Person 09999/ }).first()).toBeVisible()
})

async function textOf(file: string): Promise<string> {
  return readFile(join(files, file), 'utf8')
}
