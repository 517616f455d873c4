import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

async function add(app: App, name: string, facts: { tags?: string[]; source?: string; amount?: number } = {}): Promise<void> {
  const { tags = [], source = '', amount = 100 } = facts
  await app.call('addLead', { contact: { name, tags }, contactId: null, lead: { source, value: { amount, currency: 'EUR' } }, stageId: 'new', next: null })
  await expect(card(app.page, name)).toBeVisible()
}

function card(page: Page, name: string): Locator {
  return page.getByRole('listitem', { name: new RegExp(`^${name}`) })
}

function lists(page: Page): Promise<(string | null)[]> {
  return page.locator('[data-column] ul').evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')))
}

async function choose(page: Page, stage: string, choice: string) {
  await page.getByRole('button', { name: `Stage ${stage}`, exact: true }).click()
  await page.getByRole('menuitem', { name: choice }).click()
}

test('a stage is added, changed, moved and deleted from its column, and its leads go where they are told', async ({ app }) => {
  await add(app, 'Ada')
  const { page } = app
  await choose(page, 'New', 'Add stage to the right…')
  const adding = page.getByRole('dialog', { name: 'New stage after New' })
  await adding.getByRole('button', { name: 'Add stage' }).click()
  await expect(adding.getByText('Give the stage a name.')).toBeVisible()
  await expectAccessible(app)
  await adding.getByRole('textbox', { name: 'Name' }).fill('Qualified')
  await adding.getByRole('textbox', { name: 'Chance in %' }).fill('35')
  await adding.getByRole('button', { name: 'Add stage' }).click()
  await expect.poll(async () => (await lists(page)).slice(0, 3)).toEqual(['New', 'Qualified', 'Contacted'])

  await choose(page, 'Qualified', 'Edit stage…')
  const editing = page.getByRole('dialog', { name: 'Stage Qualified' })
  await editing.getByRole('textbox', { name: 'Name' }).fill('Fits')
  await editing.getByRole('textbox', { name: 'Stale after (days)' }).fill('')
  await editing.getByRole('button', { name: 'Save' }).click()
  await choose(page, 'Fits', 'Move left')
  await expect.poll(async () => (await lists(page)).slice(0, 2)).toEqual(['Fits', 'New'])
  const { stages } = await app.call('getBoard', { limit: 1 })
  expect(stages[0]).toMatchObject({ name: 'Fits', kind: 'open', chance: 35, staleAfterDays: null })

  await choose(page, 'New', 'Delete stage…')
  const deleting = page.getByRole('alertdialog', { name: 'Delete New?' })
  await deleting.getByRole('button', { name: 'Delete stage' }).click()
  await expect(page.getByRole('list', { name: 'Fits', exact: true }).getByRole('listitem', { name: /^Ada/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('list', { name: 'New', exact: true }).getByRole('listitem', { name: /^Ada/ })).toBeVisible()
})

test('a filter leaves in what it asks for, is kept as a segment, and comes back with it', async ({ app }) => {
  await add(app, 'Ada', { tags: ['saas'], amount: 5000 })
  await add(app, 'Ben', { tags: ['saas', 'warm'], source: 'trade show', amount: 50 })
  await add(app, 'Çelik', { amount: 900 })
  const { page } = app
  const shown = () => page.locator('[data-lead]')
  const text = page.getByRole('textbox', { name: 'Filter leads' })
  await text.fill('celik')
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible()
  await expect(shown()).toHaveCount(1)

  await text.fill('')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('checkbox', { name: 'saas' }).check()
  await page.getByRole('textbox', { name: 'Value from' }).fill('1k')
  await expectAccessible(app)
  await page.keyboard.press('Escape')
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible()
  await expect(card(page, 'Ada')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter' }).focus()
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveText('Clear filter')
  await expectAccessible(app)

  await page.getByRole('button', { name: 'Segments' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(app)
  await page.getByRole('menuitem', { name: 'Save filter as a segment…' }).click()
  await page.getByRole('dialog', { name: 'Save as a segment' }).getByRole('textbox', { name: 'Name' }).fill('Large SaaS')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Large SaaS' })).toBeVisible()

  await text.fill('nobody')
  await expect(page.getByRole('heading', { name: 'No lead fits this filter' })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Clear filter' }).last().click()
  await expect(shown()).toHaveCount(3)

  await page.getByRole('button', { name: 'Segments' }).click()
  await page.getByRole('menuitem', { name: 'Large SaaS' }).click()
  await expect(shown()).toHaveCount(1)
  await page.reload()
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible()
})
