import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataFolder } from '../core/data-folder.ts'
import { readDesktopFlags } from './flags.ts'

test('the data folder and the sample are read from among the flags of Chromium and the app folder', () => {
  const args = ['--no-sandbox', '.', '--data', 'some/folder', '--sample', '--original-process-start-time=13']
  expect(readDesktopFlags(args)).toEqual({ dataDir: resolve('some/folder'), sample: true, hidden: false })
  expect(readDesktopFlags(['--data=other'])).toEqual({ dataDir: resolve('other'), sample: false, hidden: false })
})

test('a start at login is hidden', () => {
  expect(readDesktopFlags(['--hidden', '--data', 'other'])).toMatchObject({ hidden: true, dataDir: resolve('other') })
})

test('without a folder, or with an empty one, the usual one is meant', () => {
  for (const args of [[], ['--data'], ['--data', ''], ['-psn_0_12345']]) {
    expect(readDesktopFlags(args)).toEqual({ dataDir: defaultDataFolder(), sample: false, hidden: false })
  }
})
