import { readFile } from 'node:fs/promises'
import { importInput } from '../support/import.ts'
import { expect, test } from './fixtures.ts'

test('people, leads and everything are saved as files, and the people come back from theirs', async ({ app }) => {
  const { page } = app
  const contact = { name: 'Zoë “Z” Brandt', company: '=Weberei', emails: [{ label: 'Work', address: 'zoe@weberei.example' }], notes: 'Two\nlines' }
  await app.call('addLead', { contact, contactId: null, lead: { title: 'Looms' }, stageId: null, next: null })
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/settings`)
  const saved: Record<string, string> = {}
  for (const name of ['People (CSV)', 'Leads (CSV)', 'People (vCard)', 'Everything (JSON)']) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
    expect(download.suggestedFilename()).toMatch(/^followthrough .*\.(csv|vcf|json)$/)
    saved[name] = await readFile(await download.path(), 'utf8')
  }
  expect(saved['People (CSV)']).toContain("'=Weberei")
  expect(saved['Leads (CSV)']).toContain('Looms')
  expect(saved['People (vCard)']).toContain('FN:Zoë “Z” Brandt')
  expect(JSON.parse(saved['Everything (JSON)'] ?? '')).toMatchObject({ format: 'followthrough', counts: { contacts: 1, leads: 1 } })
  expect(await app.call('importFile', importInput(saved['People (CSV)'] ?? ''))).toMatchObject({ people: 0, known: 1, rejected: 0 })

  await app.call('importFile', importInput('Name\nLater\n'))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Read everything back' }).click()])
  await chooser.setFiles({ name: 'all.json', mimeType: 'application/json', buffer: Buffer.from(saved['Everything (JSON)'] ?? '') })
  await page.getByRole('alertdialog', { name: 'Replace everything with this file?' }).getByRole('button', { name: 'Replace' }).click()
  await expect(page.getByText('Everything is as in that file.')).toBeVisible()
  expect((await app.call('getPeople', {})).map((person) => person.name)).toEqual(['Zoë “Z” Brandt'])
})
