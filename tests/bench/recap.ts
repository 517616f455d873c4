import { rm } from 'node:fs/promises'
import { chromium, type Page } from '@playwright/test'
import type { CallOutput } from '../../shared/api.ts'
import { findBrowser } from '../browser.ts'
import { call, openCore } from './open-core.ts'
import { median, spreadOf, type Row } from './report.ts'
import { serveApp } from './serve.ts'

/*
 * A recap of 200 lines in a real browser, from the production build and the web shell: a letter is typed, and it is
 * copied. Each round changes what it says, so that nothing is rendered beforehand.
 */

const lines = 200
const rounds = 15

/** What the page notes down, by its own clock. */
interface Moments {
  typed: number
  rendered: number
  pressed: number
  copied: number
}

declare global {
  interface Window {
    moments: Moments
  }
}

export async function measureRecap(folder: string): Promise<Row[]> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('The bench needs Chromium, Chrome or Edge; `npm run e2e` says how to get one.')
  await rm(folder, { recursive: true, force: true })
  const id = await writeRecap(folder)
  const site = await serveApp(folder)
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await context.newPage()
    await page.addInitScript(noteMoments)
    await page.goto(site.address)
    await page.waitForSelector('[data-lead]')
    await page.evaluate((path) => (location.hash = path), `#/recap/${id}`)
    await page.getByRole('textbox').nth(1).click()
    await page.evaluate(watchPreview)
    const rendering: number[] = []
    const copying: number[] = []
    for (let round = -3; round < rounds; round += 1) {
      const { typed, rendered, pressed, copied } = await typeAndCopy(page)
      if (round < 0) continue
      rendering.push(rendered - typed)
      copying.push(copied - pressed)
    }
    return [
      {
        name: `renders and copies a recap of ${lines} lines`,
        value: median(rendering) + median(copying),
        unit: 'ms',
        budget: { most: 50 },
        from: `${spreadOf('key → letter', rendering)}, ${spreadOf('key → clipboard', copying)}`,
      },
    ]
  } finally {
    await browser.close()
    await site.close()
  }
}

async function writeRecap(folder: string): Promise<string> {
  const core = await openCore(folder)
  const lead = await call<CallOutput<'addLead'>>(core, 'addLead', { contact: { name: 'Priya Nair' }, contactId: null, lead: {}, stageId: null, next: null })
  const { id } = await call<CallOutput<'startRecap'>>(core, 'startRecap', { leadId: lead.leadId, touchId: null })
  const said = Array.from({ length: lines / 4 }, (_, index) => `Point ${index}: dye lots vary between batches, and two of them came back last month because of it`)
  const promised = said.map((what) => ({ what, by: '2026-12-01' }))
  await call(core, 'editRecap', { id, changes: { subject: 'Our talk', problems: said, solutions: said, mine: promised, theirs: promised } })
  await core.stop()
  return id
}

/** Runs in the page before anything of its own does. */
function noteMoments(): void {
  const moments: Moments = { typed: 0, rendered: 0, pressed: 0, copied: 0 }
  window.moments = moments
  window.addEventListener('input', () => (moments.typed = performance.now()), { capture: true })
  window.addEventListener('keydown', ({ key, ctrlKey }) => key === 'Enter' && ctrlKey && (moments.pressed = performance.now()), { capture: true })
  const write = navigator.clipboard.write.bind(navigator.clipboard)
  navigator.clipboard.write = async (items) => {
    await write(items)
    moments.copied = performance.now()
  }
}

/** The letter stands in a shadow root, which an observer of the document does not see. */
function watchPreview(): void {
  const root = [...document.querySelectorAll('*')].find((element) => element.shadowRoot)?.shadowRoot
  if (!root) throw new Error('the composer shows no letter')
  new MutationObserver(() => (window.moments.rendered = performance.now())).observe(root, { childList: true, subtree: true, characterData: true })
}

async function typeAndCopy(page: Page): Promise<Moments> {
  await page.keyboard.type('x')
  await page.waitForFunction(() => window.moments.rendered > window.moments.typed)
  await page.keyboard.press('Control+Enter')
  await page.waitForFunction(() => window.moments.copied > window.moments.pressed)
  return page.evaluate(() => window.moments)
}
