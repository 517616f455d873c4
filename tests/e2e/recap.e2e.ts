import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

/** A lead with Priya, her recap started, and the composer open on it. */
async function openComposer(app: App): Promise<string> {
  await app.call('changeSettings', { name: 'Elena', signature: 'Weberei Nord' })
  const contact = { name: 'Priya Nair', company: 'Nair Textiles', emails: [{ label: 'work', address: 'priya@nair.example' }] }
  const { leadId } = await app.call('addLead', { contact, contactId: null, lead: {}, stageId: null, next: null })
  const { id } = await app.call('startRecap', { leadId, touchId: null })
  await goTo(app.page, `/recap/${id}`)
  await expect(app.page.getByRole('heading', { name: 'Recap · Priya Nair' })).toBeVisible()
  return id
}

async function goTo(page: Page, path: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${path}`)
}

function slot(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** What stands in the lines of a slot; the last one is the empty row for the next line. */
async function linesOf(page: Page, name: string): Promise<string[]> {
  return slot(page, name)
    .getByRole('textbox')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
}

/** The preview, which stands in a shadow root of its own. */
async function previewOf(page: Page): Promise<{ html: string; text: string }> {
  return page.getByRole('region', { name: 'Preview' }).evaluate((pane) => {
    const root = [...pane.querySelectorAll('*')].find((element) => element.shadowRoot)?.shadowRoot
    return { html: root?.innerHTML ?? '', text: root?.textContent ?? '' }
  })
}

/** What a mail program gets on Paste: no right to read the clipboard is needed for it. */
async function paste(page: Page): Promise<{ html: string; text: string }> {
  await page.evaluate(() => {
    const letter = document.createElement('div')
    letter.contentEditable = 'true'
    letter.id = 'letter'
    letter.addEventListener('paste', (event) => {
      letter.dataset['html'] = event.clipboardData?.getData('text/html') ?? ''
      letter.dataset['text'] = event.clipboardData?.getData('text/plain') ?? ''
    })
    document.body.append(letter)
    letter.focus()
  })
  await page.keyboard.press('ControlOrMeta+V')
  const letter = page.locator('#letter')
  await expect(letter).toHaveAttribute('data-text', /./)
  const pasted = { html: (await letter.getAttribute('data-html')) ?? '', text: (await letter.getAttribute('data-text')) ?? '' }
  await letter.evaluate((element) => element.remove())
  return pasted
}

/** The words of an HTML fragment, one space between them. */
async function wordsOf(page: Page, html: string): Promise<string> {
  return page.evaluate((fragment) => {
    const parsed = new DOMParser().parseFromString(fragment.replace(/<(?:li|p|br|div|ul)\b/g, ' $&'), 'text/html')
    return (parsed.body.textContent ?? '').replace(/\s+/g, ' ').trim()
  }, html)
}

function plainWords(text: string): string {
  return text.replace(/^- /gm, '').replace(/\s+/g, ' ').trim()
}

test('a recap written by keyboard alone is copied as rich text and plain text, just as the preview shows it', async ({ app }) => {
  const id = await openComposer(app)
  const { page } = app
  const { keyboard } = page

  await keyboard.type('Dye lots vary between batches')
  await keyboard.press('Enter')
  await keyboard.type('Supplier answers in a week')
  // Enter in the empty line goes on to the next slot.
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Trial order of 40 m')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Send the colour samples')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(slot(page, 'I will').getByRole('button', { name: /^By when/ })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await keyboard.type('Share the returns data')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Which dye do you use?')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  // The button that sets the next time to speak.
  await keyboard.press('Enter')
  await expect(slot(page, 'Next time to speak').getByRole('group', { name: 'Date' })).toBeVisible()
  await expect(page.getByText('1 promise without a date')).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  const { recap } = await app.call('getRecap', { id })
  expect(recap.problems).toEqual(['Dye lots vary between batches', 'Supplier answers in a week'])
  expect(recap.solutions).toEqual(['Trial order of 40 m'])
  expect(recap.mine.map((promise) => [promise.what, promise.by !== null])).toEqual([['Send the colour samples', true]])
  expect(recap.theirs).toEqual([{ what: 'Share the returns data', by: null }])
  expect(recap.questions).toEqual(['Which dye do you use?'])
  expect(recap.next?.minutes).toBe(30)

  await keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Recap copied. Paste it into your mail program.')).toBeVisible()
  const preview = await previewOf(page)
  const pasted = await paste(page)
  expect(await wordsOf(page, pasted.html)).toBe(await wordsOf(page, preview.html))
  expect(plainWords(pasted.text)).toBe(await wordsOf(page, preview.html))
  expect(pasted.text).toContain('\n- I will send the colour samples by ')
  expect(pasted.text).toMatch(/Best,\r?\nElena\r?\nWeberei Nord/)
  expect(pasted.html).not.toMatch(/<script|class=|id=/)
  await expect.poll(async () => (await app.call('getRecap', { id })).recap.copiedAt).not.toBeNull()
})

/** Puts a text on the clipboard of the element in focus, as Paste does. */
async function pasteText(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

test('a meeting that was done offers its recap: notes sorted, copied, marked as sent, its promises due; and one undo takes it back', async ({ app }) => {
  const { page } = app
  await app.call('changeSettings', { name: 'Elena', zone: 'Europe/Berlin' })
  const contact = { name: 'Priya Nair', emails: [{ label: 'work', address: 'priya@nair.example' }] }
  const { leadId } = await app.call('addLead', { contact, contactId: null, lead: {}, stageId: null, next: null })
  await app.call('logTouch', { leadId, channel: 'call', outcome: 'talked', notes: '', next: { channel: 'video', purpose: 'Demo', due: { date: '2027-03-01', time: '10:00', zone: 'Europe/Berlin' } }, instead: null })
  await goTo(page, `/lead/${leadId}`)
  await expect(page.getByRole('heading', { name: 'Priya Nair' })).toBeVisible()
  await page.keyboard.press('d')
  await page.getByRole('radio', { name: 'Talked' }).press('Enter')
  await expect(page.getByRole('button', { name: /^Write recap/ }).last()).toBeVisible()
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: 'Recap · Priya Nair' })).toBeVisible()
  const id = page.url().split('/recap/')[1] ?? ''

  await page.getByRole('button', { name: /^(Paste n|N)otes/ }).click()
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused()
  await pasteText(page, 'Dye lots vary between batches\nI will send the samples tomorrow\nThey will share the returns data\nWhich dye do they use?\nWe agreed on a trial order')
  const line = page.getByRole('listitem').filter({ hasText: 'Which dye do they use?' })
  await expect(line).toContainText('ends with a question mark')
  await expect(page.getByRole('button', { name: 'Take over 5 lines' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await linesOf(page, 'Open questions')).toEqual(['Which dye do they use?', ''])
  expect(await linesOf(page, 'What we agreed')).toEqual(['We agreed on a trial order', ''])

  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Recap copied. Paste it into your mail program.')).toBeVisible()
  const preview = await previewOf(page)
  const pasted = await paste(page)
  expect(await wordsOf(page, pasted.html)).toBe(await wordsOf(page, preview.html))
  expect(plainWords(pasted.text)).toBe(await wordsOf(page, preview.html))
  await expect(page.getByText(/^Copied \w/)).toBeVisible()

  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(page.getByText(/^Recap logged as sent, 2 promises noted, 1 question noted/)).toBeVisible()
  await expect(page.getByText(/^Sent \w/)).toBeVisible()
  const mine = { side: 'mine', what: expect.stringMatching(/send the samples/i), recapId: id }
  expect((await app.call('getDay', {})).promises).toEqual([expect.objectContaining(mine)])
  expect((await app.call('getRecap', { id })).recap.notes).toContain('I will send the samples tomorrow')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Copied \w/)).toBeVisible()
  const after = await app.call('getRecap', { id })
  expect([after.openPromises, after.openQuestions, after.recap.sentAt]).toEqual([[], [], null])
  expect((await app.call('getLead', { id: leadId })).touches.filter((touch) => touch.channel === 'email')).toEqual([])

  // What is copied is offered to be marked as sent, until the recap says something else.
  await page.keyboard.press('ControlOrMeta+Enter')
  const offer = page.getByRole('alertdialog', { name: /^Recap copied/ })
  await expect(offer.getByRole('button', { name: 'Mark as sent' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Subject' }).fill('What we agreed')
  await expect(offer).toHaveCount(0)
})

test('lines go to another list by mouse, menu and key, and Ctrl+Z brings them back', async ({ app }) => {
  const id = await openComposer(app)
  const { page } = app
  await page.keyboard.type('Trial order')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Dye lots vary')
  const handle = page.getByRole('button', { name: 'Move: Trial order' })
  await handle.dragTo(slot(page, 'What we agreed').getByRole('listitem').last())
  await expect.poll(() => linesOf(page, 'What we agreed')).toEqual(['Trial order', ''])
  await expect(slot(page, 'What we agreed').getByRole('textbox').first()).toBeFocused()

  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await linesOf(page, 'I will')).toEqual(['Trial order', ''])
  await expect(page.getByText('I will, line 1 of 1', { exact: true })).toBeAttached()
  await handle.click()
  await page.getByRole('menuitem', { name: 'To “Open questions”' }).click()
  await expect(slot(page, 'Open questions').getByRole('textbox').first()).toBeFocused()
  expect(await linesOf(page, 'Open questions')).toEqual(['Trial order', ''])

  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+Z')
  expect(await linesOf(page, 'What you told me')).toEqual(['Trial order', 'Dye lots vary', ''])
  await expect.poll(async () => (await app.call('getRecap', { id })).recap.problems).toEqual(['Trial order', 'Dye lots vary'])
})

test('what was left to fill in leaves only on a second word, and a text that left can be used again', async ({ app }) => {
  await openComposer(app)
  const { page } = app
  await page.keyboard.type('One dye lot for [product]')
  await page.keyboard.press('ControlOrMeta+Enter')
  const question = page.getByRole('alertdialog', { name: 'Something is still to be filled in' })
  await expect(question).toContainText('[product]')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Enter')
  await question.getByRole('button', { name: 'Copy anyway' }).click()
  await expect(page.getByText('Recap copied.')).toBeVisible()
  expect((await paste(page)).text).toContain('One dye lot for [product]')

  const first = slot(page, 'What you told me').getByRole('textbox').first()
  await first.fill('Another text')
  await page.getByRole('button', { name: 'As it left the app' }).click()
  await page.getByRole('button', { name: /^Copied/ }).click()
  await page.getByRole('button', { name: 'Use this text again' }).click()
  await expect(first).toHaveValue('One dye lot for [product]')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(first).toHaveValue('Another text')
})

test('lines are pasted, moved and taken away like a list', async ({ app }) => {
  await openComposer(app)
  const { page } = app
  await page.keyboard.type('first')
  await pasteText(page, '- second\r\n• third\n\n4. fourth')
  expect(await linesOf(page, 'What you told me')).toEqual(['firstsecond', 'third', 'fourth', ''])
  await page.keyboard.press('Alt+ArrowUp')
  expect(await linesOf(page, 'What you told me')).toEqual(['firstsecond', 'fourth', 'third', ''])
  await expect(slot(page, 'What you told me').getByRole('textbox').nth(1)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  expect(await linesOf(page, 'What you told me')).toEqual(['firstsecond', 'third', ''])
  await expect(slot(page, 'What you told me').getByRole('textbox').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(slot(page, 'What we agreed').getByRole('textbox')).toBeFocused()
})

test('what was typed is there after leaving at once, and after a restart', async ({ app }) => {
  const id = await openComposer(app)
  await app.page.keyboard.type('Heard at the very end')
  await goTo(app.page, '/recaps')
  await app.page.getByRole('link', { name: /Priya Nair/ }).click()
  await expect.poll(() => linesOf(app.page, 'What you told me')).toEqual(['Heard at the very end', ''])
  await app.restart()
  await goTo(app.page, `/recap/${id}`)
  await expect.poll(() => linesOf(app.page, 'What you told me')).toEqual(['Heard at the very end', ''])
})

test('markup in a line is shown as what was typed, and never runs', async ({ app }) => {
  await openComposer(app)
  const { page } = app
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  await page.keyboard.type(hostile)
  await expect.poll(async () => (await previewOf(page)).text).toContain(hostile)
  await page.keyboard.press('ControlOrMeta+Enter')
  // It reads like a place that was left to fill in.
  await page.getByRole('button', { name: 'Copy anyway' }).click()
  await expect(page.getByText('Recap copied.')).toBeVisible()
  const pasted = await paste(page)
  expect(pasted.text).toContain('<img src=x')
  expect(await wordsOf(page, pasted.html)).toContain(hostile)
  await expect(page).toHaveTitle(/Followthrough/)
})

test('a recap too long for a mail address is copied instead, and says so', async ({ app }) => {
  const id = await openComposer(app)
  await app.call('editRecap', { id, changes: { problems: Array.from({ length: 30 }, (_, index) => `Point ${index}: ${'word '.repeat(20)}`) } })
  await app.page.reload()
  await expect.poll(async () => (await previewOf(app.page)).text).toContain('Point 29')
  // The preview scrolls now, which must not shut out who has only keys.
  await expectAccessible(app)
  await app.page.getByRole('button', { name: 'Open in mail' }).click()
  await expect(app.page.getByText('too long to hand to the mail program')).toBeVisible()
  expect((await paste(app.page)).text).toContain('Point 29')
})

test('the time to speak is told on both clocks, and the subject on its own', async ({ app }) => {
  const id = await openComposer(app)
  const due = { date: '2026-12-01', time: '15:30', zone: 'Asia/Kolkata' }
  await app.call('changeSettings', { zone: 'Europe/Berlin' })
  await app.call('editRecap', { id, changes: { next: { channel: 'video', due, minutes: 30 }, subject: 'One dye lot' } })
  await app.page.reload()
  const { text } = await previewOf(app.page)
  expect(text).toMatch(/3:30\sPM your time \(11:00\sAM mine\), by video call, for 30 minutes\./)
  await app.page.getByRole('button', { name: 'Copy subject' }).click()
  await expect(app.page.getByText('Subject copied.')).toBeVisible()
  expect((await paste(app.page)).text).toBe('One dye lot')
})

test('a recap starts from the list by choosing a lead, and is deleted with a way back', async ({ app }) => {
  await app.call('addLead', { contact: { name: 'Tom Ferris', company: 'Ferris Joinery' }, contactId: null, lead: {}, stageId: null, next: null })
  const { page } = app
  await goTo(page, '/recaps')
  await page.getByRole('button', { name: 'Write recap' }).click()
  await page.keyboard.type('ferr')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Recap · Tom Ferris' })).toBeVisible()

  await goTo(page, '/recaps')
  await page.getByRole('button', { name: 'Delete the recap for Tom Ferris' }).click()
  await expect(page.getByRole('heading', { name: 'No recaps yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: /Tom Ferris/ })).toBeVisible()
})

test('a save that fails keeps the text and says so', async ({ app }) => {
  const id = await openComposer(app)
  await app.page.keyboard.type('Kept')
  await expect(app.page.getByText('Saved', { exact: true })).toBeVisible()
  const { recap } = await app.call('getRecap', { id })
  await app.call('deleteLeads', { ids: [recap.leadId] })
  await app.page.keyboard.type(' and more')
  await expect(app.page.getByRole('alert')).toContainText('Not saved. That recap is no longer there.')
  expect(await linesOf(app.page, 'What you told me')).toEqual(['Kept and more', ''])

  await app.call('undo', { transaction: null })
  await app.page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(async () => (await app.call('getRecap', { id })).recap.problems).toEqual(['Kept and more'])
})

test('the composer and the list can be used by everybody, in light and dark', async ({ app }) => {
  await openComposer(app)
  await app.page.keyboard.type('Dye lots vary')
  await expectAccessible(app)
  await app.page.getByRole('button', { name: /^Paste notes/ }).click()
  await pasteText(app.page, 'Dye lots vary\nI will call Tom by Friday')
  await expect(app.page.getByRole('button', { name: 'Take over 2 lines' })).toBeVisible()
  await expectAccessible(app)
  await app.page.keyboard.press('Escape')
  await goTo(app.page, '/recaps')
  await expect(app.page.getByRole('link', { name: /Priya Nair/ })).toBeVisible()
  await expectAccessible(app)
})
