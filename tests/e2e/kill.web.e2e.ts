import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { startWebShell, type WebShell } from './web-shell.ts'

/* The application is killed while a recap is being written, and the tab stays open. */

let dataDir: string
let shell: WebShell
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'followthrough-kill-'))
  shell = await startWebShell(dataDir)
})
test.afterEach(async () => {
  await shell.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function openComposer(page: Page): Promise<string> {
  const { leadId } = await shell.call('addLead', { contact: { name: 'Jane Doe' }, contactId: null, lead: {}, stageId: null, next: null })
  const { id } = await shell.call('startRecap', { leadId, touchId: null })
  await page.goto(shell.address)
  await page.getByRole('main').waitFor()
  await page.evaluate((recap) => (location.hash = `/recap/${recap}`), id)
  await expect(firstLine(page)).toBeFocused()
  return id
}

function firstLine(page: Page) {
  return page.getByRole('region', { name: composerWords.slots.problems, exact: true }).getByRole('textbox').first()
}

async function killAndStartAgain() {
  const { port } = new URL(shell.address)
  const gone = once(shell.process, 'exit')
  shell.process.kill('SIGKILL')
  expect(await gone).toEqual([null, 'SIGKILL'])
  shell = await startWebShell(dataDir, ['--port', port])
}

async function stored(id: string): Promise<string> {
  return (await shell.call('getRecap', { id })).recap.problems.join('\n')
}

test('what the composer says is saved is on disk after a kill at that moment', async ({ page }) => {
  const id = await openComposer(page)
  await page.keyboard.type('Dye lots vary')
  await expect(page.getByText(composerWords.saved, { exact: true })).toBeVisible()
  await killAndStartAgain()
  expect(await stored(id)).toBe('Dye lots vary')
})

test('a kill between two keys loses no key that was answered, and the tab saves the others once it is let in again', async ({ page }) => {
  const acknowledged = heardLines(page)
  const id = await openComposer(page)
  const text = 'They need forty metres of one dye lot by the first week of spring'
  const typing = page.keyboard.type(text, { delay: 15 })
  await expect.poll(() => acknowledged.length).toBeGreaterThan(20)
  const last = acknowledged.length
  await killAndStartAgain()
  await typing

  const kept = await stored(id)
  expect(text.startsWith(kept)).toBe(true)
  expect(kept.length).toBeGreaterThanOrEqual(acknowledged[last - 1]?.length ?? 0)
  await expect(firstLine(page)).toHaveValue(text)

  // The window says so, and the composer where it tried to save since.
  await expect(page.getByText(words.connection.outdated).first()).toBeVisible()
  await page.evaluate((hash) => (location.hash = hash), new URL(shell.address).hash)
  await expect.poll(() => stored(id)).toBe(text)
  await expect(page.getByText(composerWords.saved, { exact: true })).toBeVisible()
})

/** What the first line said in each save that the application has answered, as it is answered. */
function heardLines(page: Page): string[] {
  const lines: string[] = []
  page.on('websocket', (socket) => {
    const asked = new Map<number, string>()
    socket.on('framesent', ({ payload }) => {
      const { id, name, input } = JSON.parse(payload.toString()) as { id: number; name: string; input: { changes?: { problems?: string[] } } }
      if (name === 'editRecap') asked.set(id, input.changes?.problems?.[0] ?? '')
    })
    socket.on('framereceived', ({ payload }) => {
      const { id, reply } = JSON.parse(payload.toString()) as { id?: number; reply?: { ok: boolean } }
      const line = id === undefined ? undefined : asked.get(id)
      if (line !== undefined && reply?.ok === true) lines.push(line)
    })
  })
  return lines
}
