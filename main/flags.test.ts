import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataFolder } from './core/data-folder.ts'
import { readFlags } from './flags.ts'

test('without flags there is the default data folder, a free port and a browser to open', () => {
  expect(readFlags([])).toEqual({ browser: false, dataDir: defaultDataFolder(), port: 0, open: true, sample: false })
})

test('every flag is understood, with = or with a space', () => {
  const all = { browser: true, dataDir: resolve('there'), port: 8080, open: false, sample: true }
  expect(readFlags(['--browser', '--data', 'there', '--port', '8080', '--no-open', '--sample'])).toEqual(all)
  expect(readFlags(['--browser', '--data=there', '--port=8080', '--no-open', '--sample'])).toEqual(all)
})

test.each([
  [['--frobnicate']],
  [['there']],
  [['--data']],
  [['--data=']],
  [['--port', '-1']],
  [['--port', '65536']],
  [['--port', '80.5']],
  [['--port=']],
  [['--sample=no']],
])('%j is answered with a sentence', (args) => {
  expect(readFlags(args)).toEqual({ problem: expect.stringMatching(/\w+ .*\w/) })
})

test('the default data folder is the application data of this system', () => {
  expect(defaultDataFolder()).toMatch(/[/\\]Followthrough[/\\]data$/)
})
