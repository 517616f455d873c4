import { expect, test } from './fixtures.ts'

test('the app opens on its empty data folder without a complaint', async ({ app }) => {
  const complaints: string[] = []
  app.page.on('pageerror', (error) => complaints.push(error.message))
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await app.page.reload()
  await expect(app.page.getByRole('navigation')).toBeVisible()
  await expect(app.page).toHaveTitle(/Followthrough/)
  expect(complaints).toEqual([])
})

test('a lead that was added is there after a restart', async ({ app }) => {
  const lead = { contact: { name: 'Jane Doe', company: 'Acme' }, contactId: null, lead: {}, stageId: null, next: null }
  await app.call('addLead', lead)
  await app.restart()
  await app.page.goto(`${app.page.url().split('#', 1)[0] ?? ''}#/board`)
  await expect(app.page.getByText('Jane Doe')).toBeVisible()
  const { cards } = await app.call('getBoard', { limit: null })
  expect(cards.map(({ name, company }) => [name, company])).toEqual([['Jane Doe', 'Acme']])
})
