import { truncate, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

const files = join(import.meta.dirname, '..', 'fixtures', 'imports')

async function goToImport(page: Page) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/import`)
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
}

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^Choose/ }).click()])
  await chooser.setFiles(typeof file === 'string' ? resolve(files, file) : file)
}

test('a Google export becomes people with leads after a look at it, and a second time adds nobody', async ({ app }) => {
  const { page } = app
  await goToImport(page)
  await expectAccessible(app)
  await choose(page, 'google-current.csv')
  await expect(page.getByText('Google Contacts · UTF-8')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Ines Duarte' })).toBeVisible()
  await page.getByRole('button', { name: 'Give each new person a lead' }).click()
  await page.getByRole('option', { name: 'Yes, in New' }).click()
  await expectAccessible(app)
  await page.getByRole('button', { name: /^Import \d+ people and \d+ leads$/ }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  const { cards } = await app.call('getBoard', { limit: null })
  expect(cards.length).toBeGreaterThan(3)

  await page.getByRole('button', { name: 'Import another file' }).click()
  await choose(page, 'google-current.csv')
  await expect(page.getByText('Everything in this file is there already.')).toBeVisible()
  await page.getByRole('button', { name: 'Duplicates' }).click()
  await expect(page.getByRole('list', { name: 'Already there' })).toContainText('Ines Duarte')
  await expectAccessible(app)
})

test('Pipedrive deals become leads with stage and value, the rejected row is handed back, and Undo takes all of it back', async ({ app }) => {
  const { page } = app
  await goToImport(page)
  await choose(page, 'pipedrive-deals.csv')
  await page.getByRole('button', { name: 'Stage “Qualified” (1 row)' }).click()
  await page.getByRole('option', { name: 'Contacted' }).click()
  await expect(page.getByRole('region', { name: 'Left out' })).toContainText('Row 6“about ten” is no amount')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save them as CSV' }).click()])
  expect(download.suggestedFilename()).toBe('pipedrive-deals - left out.csv')
  await page.getByRole('button', { name: 'Import 3 people and 4 leads' }).click()
  await expect(page.getByText('3 new people · 4 new leads · 1 row left out')).toBeVisible()
  await expectAccessible(app)
  const { cards } = await app.call('getBoard', { limit: null })
  expect(cards.map(({ title, stageId, value }) => [title, stageId, value?.amount ?? null])).toEqual([
    ['Second order', 'contacted', 1200],
    ['Haddad Imports deal', 'proposal', 8400],
    ['Berg annual', 'won', 300],
    ['Empty hands', 'lost', null],
  ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('The import was taken back.')).toBeVisible()
  expect(await app.call('getPeople', {})).toEqual([])
})

test('a vCard is imported by keyboard alone', async ({ app }) => {
  const { page } = app
  await goToImport(page)
  await choose(page, 'people-3.vcf')
  await expect(page.getByRole('cell', { name: 'Dr. Sam Okafor' })).toBeVisible()
  const run = page.getByRole('button', { name: 'Import 2 people' })
  for (let presses = 0; presses < 20 && !(await run.evaluate((button) => button === document.activeElement)); presses += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 new people · 1 row left out')).toBeVisible()
  expect((await app.call('getPeople', {})).map(({ name, company }) => name || company)).toEqual(['Atelier Martin', 'Dr. Sam Okafor'])
})

test('a table that nothing is known of is read as its columns are said to be', async ({ app }) => {
  const { page } = app
  await goToImport(page)
  await choose(page, { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from('Wer;Wohin;Leer\nIda Holm;Oslo;\nOle Bull;Bergen;\n') })
  await expect(page.getByText('No column says who somebody is.')).toBeVisible()
  await expect(page.getByText('1 column is empty and left out.')).toBeVisible()
  await expectAccessible(app)
  await page.getByRole('button', { name: 'Meaning of Wer' }).click()
  await page.getByRole('option', { name: 'Name', exact: true }).click()
  await expect(page.getByText('No column says who somebody is.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText('Columns that go into the notes: Wohin.')).toBeVisible()
  await page.getByRole('button', { name: 'Import 2 people' }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
})

test('a file that cannot be read is refused in a sentence, also one too large to open or too long, and another can be chosen', async ({ app }, info) => {
  const { page } = app
  await goToImport(page)
  await choose(page, 'bad/unbalanced-quotes.csv')
  await expect(page.getByRole('alert')).toContainText('Row 3 of that file has a quotation mark that is not closed')
  // 200 MB that take no room: a file of nothing but a hole.
  const large = info.outputPath('large.csv')
  await writeFile(large, 'Name\n')
  await truncate(large, 200 * 1024 * 1024)
  await choose(page, large)
  await expect(page.getByRole('alert')).toContainText('larger than 24 MB')
  await choose(page, { name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(`Name\n${'Ida\n'.repeat(100_000)}`) })
  await expect(page.getByRole('alert')).toContainText('more than 50,000 rows')
  expect(await app.call('getPeople', {})).toEqual([])
})
