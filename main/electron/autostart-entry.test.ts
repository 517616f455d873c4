import { expect, test } from 'vitest'
import { autostartEntry, isAutostarted } from './autostart-entry.ts'

const exec = (...command: string[]) => /^Exec=(.*)$/m.exec(autostartEntry('Followthrough', command))?.[1]

test('the entry starts the program with its arguments, without a terminal', () => {
  expect(autostartEntry('Followthrough', ['/opt/Followthrough/followthrough', '--hidden'])).toBe(
    '[Desktop Entry]\nType=Application\nName=Followthrough\nExec="/opt/Followthrough/followthrough" "--hidden"\nTerminal=false\n',
  )
})

test('spaces, quotes, dollars, backticks, backslashes and percent signs in a path are taken as they are', () => {
  expect(exec('/home/a b/x')).toBe('"/home/a b/x"')
  // Escaped once for the quotes of Exec, and each backslash once more for a value of type string.
  expect(exec('/a"b')).toBe(String.raw`"/a\\"b"`)
  expect(exec('/a$b`c')).toBe('"/a\\\\$b\\\\`c"')
  expect(exec('/a\\b')).toBe(String.raw`"/a\\\\b"`)
  expect(exec('/100%/x')).toBe('"/100%%/x"')
})

test('no path can add a line to the entry', () => {
  expect(autostartEntry('A\nExec=evil', ['/a\nHidden=true']).split('\n')).toHaveLength(6)
})

test('an entry that was switched off does not count', () => {
  const entry = autostartEntry('Followthrough', ['/opt/followthrough'])
  expect(isAutostarted(entry)).toBe(true)
  expect(isAutostarted(`${entry}Hidden=true\n`)).toBe(false)
  expect(isAutostarted(`${entry}X-GNOME-Autostart-enabled = false\n`)).toBe(false)
})
