import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

test('by keyboard alone: Ctrl+K, a name with a wrong letter or without its accent, Enter, and the lead is open', async ({ app }) => {
  const { page } = app
  const add = (name: string, company: string, lead = {}) => app.call('addLead', { contact: { name, company }, contactId: null, lead, stageId: null, next: null })
  const marek = await add('Marek Novák', 'Novák & Synové', { title: 'Trial order' })
  const ines = await add('Ines Duarte', 'Porto Ceramics')
  await app.call('logTouch', { leadId: ines.leadId, channel: 'call', outcome: 'talked', notes: 'Wants delivery before Easter.', next: 'proposed' })
  await expect(page.getByRole('listitem', { name: /^Marek/ })).toBeVisible()

  const palette = page.getByRole('dialog', { name: 'Search or do' })
  const open = async () => {
    await page.keyboard.press('Control+k')
    await expect(palette.getByRole('searchbox', { name: 'Search or do…' })).toBeFocused()
  }
  await open()
  await page.keyboard.type('Novak')
  await expect(palette.getByRole('group', { name: 'People' }).getByRole('option', { name: /^Marek Novák/ })).toBeVisible()
  await expect(palette.getByRole('group', { name: 'Leads' }).getByRole('option', { name: /Trial order/ })).toBeVisible()
  await expect(palette.locator('mark').first()).toHaveText('Novák')
  await expectAccessible(app)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/lead/${marek.leadId}$`))

  await open()
  await page.keyboard.type('Duarted')
  await expect(palette.getByRole('option', { name: /^Ines Duarte/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/lead/${ines.leadId}$`))

  await open()
  await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([/Ines Duarte/, /Marek Novák/])
  await page.keyboard.type('easter')
  await expect(palette.getByRole('group', { name: 'Notes' }).getByRole('option')).toContainText('Wants delivery before Easter.')
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
})

test('the palette does things: goes to screens, starts a lead, writes a recap for somebody, changes the theme', async ({ app }) => {
  const { page } = app
  await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: {}, stageId: null, next: null })
  await expect(page.getByRole('listitem', { name: /^Ada/ })).toBeVisible()
  const run = async (text: string, option: RegExp) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox', { name: 'Search or do…' })).toBeFocused()
    await page.keyboard.type(text)
    await expect(page.getByRole('option', { name: option }).first()).toBeVisible()
    await page.keyboard.press('Enter')
  }
  await run('go peo', /Go to People/)
  await expect(page).toHaveURL(/#\/people$/)
  await run('dark', /Theme: Dark/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await run('new lead', /New lead/)
  await expect(page.getByRole('dialog', { name: 'New lead' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await run('recap for', /Write a recap for/)
  await page.keyboard.type('ada')
  await expect(page.getByRole('option')).toHaveText([/Ada/])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/recap\//)
})

test('the search field in the top bar opens the palette, which says when nothing fits', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Search or do' }).click()
  await expect(page.getByRole('searchbox', { name: 'Search or do…' })).toBeFocused()
  await page.keyboard.type('zzzz')
  await expect(page.getByText('Nothing fits that.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('keys pressed while the palette is on its way reach no screen behind it', async ({ app, shell }) => {
  test.skip(shell === 'desktop', 'the same page, whose scripts only a server can hand out late')
  const { page } = app
  await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: {}, stageId: null, next: null })
  const late = Promise.withResolvers<void>()
  await page.route(/Palette.*\.js$/, async (route) => {
    await late.promise
    await route.continue()
  })
  await page.getByRole('listitem', { name: /^Ada/ }).focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nx?')
  late.resolve()
  await expect(page.getByRole('searchbox', { name: 'Search or do…' })).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('1 selected')).toHaveCount(0)
})
