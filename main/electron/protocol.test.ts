import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { desktop, protocol } from '../../tests/packaging/fake-electron.ts'
import { registerScheme, serveRenderer } from './protocol.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))

let folder: string
beforeEach(() => {
  desktop.reset()
  folder = mkdtempSync(join(tmpdir(), 'followthrough-renderer-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.json'), '{}')
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'renderer', 'assets', 'main-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', 'notes.txt'), 'not served')
  serveRenderer(join(folder, 'renderer'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the scheme is a secure one with an origin', () => {
  registerScheme()
  expect(protocol.schemes).toMatchObject([{ scheme: 'followthrough', privileges: { standard: true, secure: true } }])
})

test('the built page is served with its type and the policy', async () => {
  const page = await desktop.fetch('followthrough://app/')
  expect(page.status).toBe(200)
  expect(await page.text()).toBe('<!doctype html>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe-eval')

  const script = await desktop.fetch('followthrough://app/assets/main-1a2b.js?v=1')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).toBe('export {}')
})

test.each([
  'followthrough://app/missing.js',
  'followthrough://app/notes.txt',
  'followthrough://app/assets',
  'followthrough://app/../secret.json',
  'followthrough://app/%2e%2e/secret.json',
  'followthrough://app/..%2fsecret.json',
  'followthrough://app/assets/..%2f..%2fsecret.json',
  'followthrough://app/..%5csecret.json',
  'followthrough://app/index.html%00.js',
  'followthrough://app/%E0%A4%A.js',
  'followthrough://elsewhere/index.html',
])('%s is not there', async (url) => {
  const answer = await desktop.fetch(url)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
})

test('nothing can be sent to it', async () => {
  expect((await desktop.fetch('followthrough://app/index.html', { method: 'POST', body: 'x' })).status).toBe(404)
})
