import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const tree = mkdtempSync(join(tmpdir(), 'followthrough-layers-'))
afterAll(() => rmSync(tree, { recursive: true }))

/** Who may not import whom: a file of the house, and what it must not name. */
const forbidden: [file: string, imports: string[]][] = [
  ['shared/lead.ts', ['../main/core/core.ts', '../renderer/api.ts', 'node:fs', 'fs', 'electron', 'react', 'ws', 'lowdb', 'uuid']],
  ['shared/calls/leads.ts', ['../../main/core/core.ts', '../../renderer/api.ts', 'node:fs', 'electron', 'react']],
  ['shared/strings/en.ts', ['../../main/core/core.ts', '../../renderer/api.ts', 'node:fs', 'electron', 'react']],
  ['renderer/ui/Button.tsx', ['../api.ts', '../app/App.tsx', '../board/Board.tsx', '../../main/core/core.ts', 'node:fs', 'electron']],
  ['renderer/board/Board.tsx', ['../today/Today.tsx', '../app/App.tsx', '../../main/core/core.ts', '../../main/web/server.ts', 'node:fs', 'electron', 'zod']],
  ['renderer/recap/Composer.tsx', ['../board/Board.tsx', '../lead/Lead.tsx', '../../tests/run.ts', 'electron']],
  ['renderer/playbook/value/Library.tsx', ['../../board/Board.tsx', '../../app/App.tsx', '../../../main/core/core.ts', 'node:fs', 'electron', 'zod']],
  ['renderer/app/App.tsx', ['../../main/core/core.ts', '../../main/electron/ipc.ts', '../../tests/run.ts', 'node:fs', 'electron', 'zod']],
  ['renderer/api.ts', ['../main/core/core.ts', '../main/web/socket.ts', 'node:fs', 'electron']],
  ['main/core/leads.ts', ['../electron/window.ts', '../web/server.ts', '../../renderer/api.ts', 'electron', 'electron-store', 'conf', 'ws', 'sirv', 'node:http', 'node:https', 'http', 'https']],
  ['main/core/database/journal.ts', ['../../electron/window.ts', '../../web/server.ts', '../../../renderer/api.ts', 'electron', 'node:http']],
  ['main/electron/window.ts', ['../web/server.ts', '../../renderer/api.ts', 'ws', 'sirv']],
  ['main/web/server.ts', ['../electron/window.ts', '../../renderer/api.ts', 'electron', 'electron-store']],
]

const allowed: [file: string, imports: string[]][] = [
  ['shared/touch.ts', ['./dates.ts', './strings/words.ts', 'zod', 'date-fns', '@date-fns/tz', 'fractional-indexing']],
  ['shared/calls/touches.ts', ['./declare.ts', '../touch.ts', 'zod']],
  ['shared/strings/words.ts', ['./en.ts', '../touch.ts']],
  ['renderer/ui/Field.tsx', ['./Button.tsx', '../../shared/lead.ts', '../../shared/strings/words.ts', 'react', 'react-aria-components']],
  ['renderer/today/Today.tsx', ['./Queue.tsx', '../ui/Button.tsx', '../api.ts', '../../shared/lead.ts', 'react', '@tanstack/react-query']],
  ['renderer/playbook/value/Item.tsx', ['./Row.tsx', '../PlaybookBar.tsx', '../../ui/Button.tsx', '../../api.ts', '../../../shared/lead.ts', 'react']],
  ['renderer/app/Routes.tsx', ['../board/Board.tsx', '../ui/Button.tsx', '../api.ts', '../../shared/lead.ts']],
  ['main/core/touches.ts', ['./leads.ts', './database/journal.ts', '../../shared/lead.ts', 'node:fs', 'lowdb', 'proper-lockfile']],
  ['main/electron/tray.ts', ['../core/core.ts', '../../shared/api.ts', 'electron', 'electron-store', 'node:path']],
  ['main/web/socket.ts', ['../core/core.ts', '../../shared/api.ts', 'conf', 'ws', 'sirv', 'node:http']],
  ['main/serve.ts', ['./core/core.ts', './web/server.ts', '../shared/api.ts']],
  ['main/electron.ts', ['./core/core.ts', './electron/window.ts', 'electron']],
]

/** Each import in a file of its own, in a copy of the house's shape, so that one run of the linter judges all. */
function written(cases: readonly [string, string[]][]): { name: string; file: string }[] {
  return cases.flatMap(([path, imports]) =>
    imports.map((target, index) => {
      const file = path.replace(/(\.tsx?)$/, `-${index}$1`)
      mkdirSync(dirname(join(tree, file)), { recursive: true })
      writeFileSync(join(tree, file), `import { anything } from '${target}'\nexport const taken = anything\n`)
      return { name: `${path} → ${target}`, file }
    }),
  )
}

copyFileSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'))
const mustFail = written(forbidden)
const mustPass = written(allowed)
const rejected = lint()

/** The files that the layer rule rejects, with the project's own linter and settings. */
function lint(): Set<string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const run = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: tree, encoding: 'utf8' })
  const report = JSON.parse(run.stdout) as { diagnostics: { code: string; filename: string }[] }
  return new Set(report.diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename.replaceAll('\\', '/')))
}

describe('The linter rejects an import against the house rules:', () => {
  test.each(mustFail)('$name', ({ file }) => expect(rejected.has(file)).toBe(true))
})

describe('The linter accepts an import that they allow:', () => {
  test.each(mustPass)('$name', ({ file }) => expect(rejected.has(file)).toBe(false))
})

test('The core loads in plain Node where electron cannot be found at all', () => {
  const hook = `import { registerHooks } from 'node:module'
registerHooks({ resolve(name, context, next) {
  if (/^electron(\\/|$)/.test(name)) throw new Error('electron was asked for by ' + context.parentURL)
  return next(name, context)
} })`
  const core = pathToFileURL(join(root, 'main/core/core.ts')).href
  const node = (script: string) =>
    spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, '--input-type=module', '--eval', script], { encoding: 'utf8' })
  expect(node("await import('electron')").stderr).toContain('electron was asked for')
  const run = node(`console.log(typeof (await import('${core}')).createCore)`)
  expect(run.stderr).toBe('')
  expect(run.stdout.trim()).toBe('function')
})
