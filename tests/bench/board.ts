import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build as bundle, normalizePath, type Plugin } from 'vite'
import { findBrowser } from '../browser.ts'
import { benchData, writeDataFolder } from './data.ts'
import { watchPage, type Noted } from './page.ts'
import { median, milliseconds, percentile, spreadOf, type Row } from './report.ts'
import { serveApp, type Served } from './serve.ts'

/*
 * The board in a real browser, from the production build and the web shell: with 10,000 leads, with 50, and as a
 * reference the same application with a plain board of 1,000 cards. Each navigation is in a fresh browser context, in turn.
 */

const root = join(import.meta.dirname, '../..')
const rounds = 5
const drags = 40
const plainCards = 1000

type Site = 'large' | 'small' | 'plain'

/** `source` is the data folder with 10,000 leads; the boards' own folders are made in `folder`. */
export async function measureBoard(folder: string, source: string, now: number): Promise<Row[]> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('The bench needs Chromium, Chrome or Edge; `npm run e2e` says how to get one.')
  const small = join(folder, 'small')
  await rm(folder, { recursive: true, force: true })
  await writeDataFolder(small, benchData(50, now), now)
  const sites: Record<Site, Served> = { large: await serveApp(source), small: await serveApp(small), plain: await servePlain(join(folder, 'plain'), now) }
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] })
  try {
    return [...(await navigationRows(browser, sites)), ...(await dragRows(browser, sites.large))]
  } finally {
    await browser.close()
    for (const site of Object.values(sites)) await site.close()
  }
}

async function navigationRows(browser: Browser, sites: Record<Site, Served>): Promise<Row[]> {
  const times: Record<Site, number[]> = { large: [], small: [], plain: [] }
  for (let round = -1; round < rounds; round += 1) {
    for (const site of ['large', 'small', 'plain'] as const) {
      const page = await openPage(browser, sites[site].address)
      const { firstCards } = await noted(page)
      if (round >= 0 && firstCards !== null) times[site].push(firstCards)
      await page.context().close()
    }
  }
  const [large, few, plain] = [times.large, times.small, times.plain].map(median) as [number, number, number]
  return [
    { name: 'first cards: 10,000 leads / 50 leads', value: large / few, unit: '×', budget: { most: 1.25 }, from: `${spreadOf('10,000', times.large)}, ${spreadOf('50', times.small)}` },
    { name: `first cards: 10,000 leads / plain board of ${plainCards}`, value: large / plain, unit: '×', budget: { most: 1 / 3 }, from: spreadOf('plain', times.plain) },
  ]
}

/** A worst frame is one in hundreds, and any neighbour on this machine can cause it; so its median over the drags counts. */
async function dragRows(browser: Browser, site: Served): Promise<Row[]> {
  const page = await openPage(browser, site.address)
  await page.waitForFunction(() => Number(document.querySelector('[data-lead]')?.getAttribute('aria-setsize')) > 1000)
  const settled: number[] = []
  const worst: number[] = []
  for (let drag = 0; drag < drags; drag += 1) {
    const result = await dragOnce(page, drag % 2, 2 + (drag % 2))
    settled.push(result.settled)
    worst.push(Math.max(...result.gaps))
  }
  await page.context().close()
  return [
    { name: 'drop → card in place and durable, p95', value: percentile(settled, 0.95), unit: 'ms', budget: { most: 50 }, from: `${drags} drops with 10,000 cards, ${spreadOf('settled', settled)}` },
    { name: 'worst frame gap of a drag, median', value: median(worst), unit: 'ms', budget: { most: 34 }, from: `worst of all ${milliseconds(Math.max(...worst))}` },
  ]
}

async function dragOnce(page: Page, from: number, to: number): Promise<{ settled: number; gaps: number[] }> {
  const card = await page.locator('[data-column]').nth(from).locator('[data-lead]').nth(1).boundingBox()
  const target = await page.locator('[data-column]').nth(to).locator('[data-lead]').nth(2).boundingBox()
  if (!card || !target) throw new Error('the board has no cards to drag')
  await page.mouse.move(card.x + card.width / 3, card.y + 12)
  await page.mouse.down()
  await page.mouse.move(target.x + target.width / 3, target.y + 20, { steps: 40 })
  await page.mouse.up()
  const settled = await page.waitForFunction(() => {
    const { drag } = window.bench
    return drag !== null && drag.placed !== null && drag.acknowledged !== null && drag.dropped !== null
      ? { settled: Math.max(drag.placed, drag.acknowledged) - drag.dropped, gaps: drag.gaps }
      : null
  })
  const result = await settled.jsonValue()
  if (!result) throw new Error('the drop was not noted')
  return result
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(watchPage)
  await page.goto(address)
  await page.waitForFunction(() => window.bench.firstCards !== null)
  return page
}

async function noted(page: Page): Promise<Noted> {
  return page.evaluate(() => window.bench)
}

/** The reference: the same application on a thousand leads, but for its columns, which are those of plain-board/. */
async function servePlain(folder: string, now: number): Promise<Served> {
  const dataDir = join(folder, 'data')
  await writeDataFolder(dataDir, benchData(plainCards, now), now)
  await bundle({
    configFile: join(root, 'vite.renderer.config.ts'),
    logLevel: 'warn',
    plugins: [plainColumns()],
    build: { outDir: join(folder, 'renderer') },
  })
  await cp(join(root, 'dist/main'), join(folder, 'main'), { recursive: true })
  return serveApp(dataDir, folder)
}

function plainColumns(): Plugin {
  const board = normalizePath(join(root, 'renderer/board/Board.tsx'))
  const ahead = normalizePath(join(root, 'renderer/ahead.ts'))
  let isReplaced = false
  return {
    name: 'plain-columns',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source !== './Columns.tsx' || normalizePath(importer ?? '') !== board) return null
      isReplaced = true
      return join(import.meta.dirname, 'plain-board/Columns.tsx')
    },
    buildEnd() {
      if (!isReplaced) throw new Error('The columns of the board are not where they were.')
    },
    transform(code, id) {
      if (normalizePath(id) !== ahead) return null
      // Without a window onto its cards it has no use for a first picture: it asks for all of them at once.
      const whole = code.replace('{ limit: 30 }', '{ limit: null }')
      if (whole === code) throw new Error('The first picture of the board is not where it was.')
      return whole
    },
  }
}
