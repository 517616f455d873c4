import type { Page } from '@playwright/test'
import { importInput } from '../support/import.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

async function goTo(page: Page, path: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${path}`)
}

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

test('a company leads to its people, and somebody without a lead to a page of what is known, from where the filter is still there on the way back', async ({ app }) => {
  const { page } = app
  await app.call('importFile', importInput('Name,Company,E-mail\nJane Doe,Acme & Söhne 100%,jane@acme.example\nBen Hill,Acme & Söhne 100%,ben@acme.example\nAda,Other,ada@other.example\n'))
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('searchbox', { name: 'Search or do…' })).toBeFocused()
  await page.keyboard.type('amce')
  await page.getByRole('group', { name: 'Companies' }).getByRole('option', { name: /^Acme & Söhne/ }).click()
  await expect(page.getByRole('searchbox', { name: 'Filter people' })).toHaveValue('Acme & Söhne 100%')
  await expect(page.getByText('2 of 3')).toBeVisible()

  await page.getByRole('button', { name: 'Jane Doe', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Jane Doe', level: 1 })).toBeVisible()
  await page.getByRole('textbox', { name: 'Role' }).fill('Buyer')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Person changed')).toBeVisible()
  await expectAccessible(app)
  expect((await app.call('getBoard', { limit: null })).cards).toEqual([])

  await page.goBack()
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter people' }).fill('buyer')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Jane Doe', exact: true }).click()
  await page.getByRole('button', { name: 'New lead with this person' }).click()
  await expect(page).toHaveURL(/#\/lead\//)
})

test('ten thousand people scroll and filter without drawing them all', async ({ app }) => {
  const { page } = app
  const rows = Array.from({ length: 10_000 }, (_, index) => `Person ${String(index).padStart(5, '0')},Company ${index % 500},p${index}@example.com`)
  await app.call('importFile', importInput(`Name,Company,E-mail\n${rows.join('\n')}`))
  await goTo(page, '/people')
  await expect(page.getByText('10,000 people')).toBeVisible()
  expect(await page.getByRole('row').count()).toBeLessThan(80)
  await page.getByRole('searchbox', { name: 'Filter people' }).fill('person 09999')
  await expect(page.getByRole('button', { name: /Person 09999/ }).first()).toBeVisible()
})
